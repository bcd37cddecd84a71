// What a program answers on an executor over several runs, and how far two answers are apart.

import type { Executor } from '../../../agents/tensor/program.ts'
import { createStore } from '../../../agents/tensor/store.ts'
import { type ProgramCase, seededRandom } from './program-case.ts'

type Arrays = Readonly<Record<string, Float32Array>>

export interface Answer {
  /** Of each run. */
  readonly outputs: readonly Arrays[]
  /** After the last run. */
  readonly state: Arrays
}

const runs = 5

export async function answerOf(executor: Executor, { program, state, fill }: ProgramCase): Promise<Answer> {
  const store = createStore(state)
  const compiled = await executor.compile(program, store)
  const random = seededRandom(7)
  const outputs: Arrays[] = []
  try {
    for (let i = 0; i < runs; i++) {
      fill(compiled.inputs, random)
      outputs.push(copyAll(await compiled.run()))
    }
  } finally {
    await compiled.dispose()
  }
  return { outputs, state: copyAll(Object.fromEntries(Object.keys(state).map((name) => [name, store.read(name)]))) }
}

function copyAll(arrays: Arrays): Arrays {
  return Object.fromEntries(Object.entries(arrays).map(([name, values]) => [name, values.slice()]))
}

export interface Difference {
  /** Relative to the largest number of the expected tensor. */
  readonly relative: number
  /** Where it is: an output of a run, or a state vector. */
  readonly at: string
}

export function largestDifference(found: Answer, expected: Answer): Difference {
  const differences = [
    ...expected.outputs.flatMap((outputs, run) => differencesOf(found.outputs[run]!, outputs, `of run ${run}`)),
    ...differencesOf(found.state, expected.state, 'in the state'),
  ]
  return differences.reduce((worst, each) => (worse(each, worst) ? each : worst))
}

/** A number that is none is as far off as can be. */
function worse(one: Difference, other: Difference): boolean {
  return !(one.relative <= other.relative)
}

function differencesOf(found: Arrays, expected: Arrays, where: string): Difference[] {
  return Object.entries(expected).map(([name, values]) => ({
    relative: relativeDifference(found[name], values),
    at: `${name} ${where}`,
  }))
}

function relativeDifference(found: Float32Array | undefined, expected: Float32Array): number {
  if (found?.length !== expected.length) return Number.POSITIVE_INFINITY
  const scale = expected.reduce((largest, x) => Math.max(largest, Math.abs(x)), 1e-6)
  return expected.reduce((largest, x, i) => Math.max(largest, Math.abs(x - found[i]!)), 0) / scale
}
