import { describe, expect, test } from 'vitest'
import { usableExecutors } from '../../../../agents/tensor/executors/choose.ts'
import { eagerExecutor } from '../../../../agents/tensor/executors/eager.ts'
import type { Executor } from '../../../../agents/tensor/program.ts'
import { createStore } from '../../../../agents/tensor/store.ts'
import { type ProgramCase, seededRandom } from '../../../support/programs/program-case.ts'
import { registeredPrograms } from '../../../support/programs/registered.ts'

const updates = 5

interface Answer {
  readonly outputs: readonly Readonly<Record<string, Float32Array>>[]
  readonly state: Readonly<Record<string, Float32Array>>
}

async function answerOf(executor: Executor, { program, state, fill }: ProgramCase): Promise<Answer> {
  const store = createStore(state)
  const compiled = await executor.compile(program, store)
  const random = seededRandom(7)
  const outputs = []
  for (let i = 0; i < updates; i++) {
    fill(compiled.inputs, random)
    outputs.push(copyAll(await compiled.run()))
  }
  await compiled.dispose()
  return { outputs, state: copyAll(Object.fromEntries(Object.keys(state).map((name) => [name, store.read(name)]))) }
}

function copyAll(arrays: Readonly<Record<string, Float32Array>>): Record<string, Float32Array> {
  return Object.fromEntries(Object.entries(arrays).map(([name, values]) => [name, values.slice()]))
}

/** Largest difference, relative to the largest number of the reference. */
function difference(found: Float32Array, expected: Float32Array): number {
  const scale = expected.reduce((largest, x) => Math.max(largest, Math.abs(x)), 1e-6)
  expect(found.length).toBe(expected.length)
  return expected.reduce((largest, x, i) => Math.max(largest, Math.abs(x - found[i]!)), 0) / scale
}

describe.each(usableExecutors().filter((executor) => executor.id !== 'eager'))('executor $id', (executor) => {
  test.each(registeredPrograms.map((make) => make()))(
    'answers as eager does over several updates of $program.name',
    async (each) => {
      const expected = await answerOf(eagerExecutor, each)
      const found = await answerOf(executor, each)
      for (const [i, outputs] of expected.outputs.entries()) {
        for (const [name, values] of Object.entries(outputs)) {
          expect(difference(found.outputs[i]![name]!, values), `${name} of update ${i}`).toBeLessThan(1e-4)
        }
      }
      for (const [name, values] of Object.entries(expected.state)) {
        expect(difference(found.state[name]!, values), `state ${name}`).toBeLessThan(1e-4)
      }
    },
  )

  test.each(registeredPrograms.map((make) => make()))('gives the same bits twice for $program.name', async (each) => {
    expect(await answerOf(executor, each)).toEqual(await answerOf(executor, each))
  })
})
