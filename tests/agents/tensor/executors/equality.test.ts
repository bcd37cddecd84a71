import { describe, expect, test } from 'vitest'
import { eagerExecutor } from '../../../../agents/tensor/executors/eager.ts'
import { executorsHere } from '../../../support/executors-here.ts'
import { type Answer, answerOf, largestDifference } from '../../../support/programs/compare.ts'
import type { ProgramCase } from '../../../support/programs/program-case.ts'
import { registeredPrograms } from '../../../support/programs/registered.ts'

const compared = (await executorsHere()).filter(({ id }) => id !== 'eager')
/** Whose runs with the same numbers are equal to the last bit. */
const exact = compared.filter(({ id }) => id === 'cpu' || id === 'wasm')

const references = new Map<string, Promise<Answer>>()

/** The slow one answers once for all. */
function referenceOf(each: ProgramCase): Promise<Answer> {
  const { name } = each.program
  const reference = references.get(name) ?? answerOf(eagerExecutor, each)
  references.set(name, reference)
  return reference
}

test('the processor and WebAssembly are among those compared', () => {
  expect(exact.map(({ id }) => id)).toEqual(['cpu', 'wasm'])
})

describe.each(compared)('executor $id', (executor) => {
  test.each(registeredPrograms.map((make) => make()))(
    'answers as eager does over several runs of $program.name',
    async (each) => {
      const { relative, at } = largestDifference(await answerOf(executor, each), await referenceOf(each))
      expect(relative, at).toBeLessThan(1e-4)
    },
  )
})

describe.each(exact)('executor $id', (executor) => {
  test.each(registeredPrograms.map((make) => make()))('gives the same bits twice for $program.name', async (each) => {
    expect(await answerOf(executor, each)).toEqual(await answerOf(executor, each))
  })
})
