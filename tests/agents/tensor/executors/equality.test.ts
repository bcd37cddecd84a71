import { describe, expect, test } from 'vitest'
import { eagerExecutor } from '../../../../agents/tensor/executors/eager.ts'
import { executorsHere } from '../../../support/executors-here.ts'
import { type Answer, answerOf, largestDifference } from '../../../support/programs/compare.ts'
import type { ProgramCase } from '../../../support/programs/program-case.ts'
import { registeredPrograms } from '../../../support/programs/registered.ts'

const compared = (await executorsHere()).filter(({ id }) => id !== 'eager')
/** Whose runs with the same numbers are equal to the last bit. */
const exact = compared.filter(({ id }) => id === 'cpu' || id === 'wasm')

const cases = registeredPrograms.map((make) => make())
const references = new Map<ProgramCase, Promise<Answer>>()

/** The slow one answers once for all. */
function referenceOf(each: ProgramCase): Promise<Answer> {
  const reference = references.get(each) ?? answerOf(eagerExecutor, each)
  references.set(each, reference)
  return reference
}

test('the processor and WebAssembly are among those compared', () => {
  expect(exact.map(({ id }) => id)).toEqual(['cpu', 'wasm'])
})

describe.each(compared)('executor $id', (executor) => {
  test.each(cases)('answers as eager does over several runs of $program.name', async (each) => {
    const { relative, at } = largestDifference(await answerOf(executor, each), await referenceOf(each))
    expect(relative, at).toBeLessThan(1e-4)
  })
})

describe.each(exact)('executor $id', (executor) => {
  test.each(cases)('gives the same bits twice for $program.name', async (each) => {
    expect(await answerOf(executor, each)).toEqual(await answerOf(executor, each))
  })
})
