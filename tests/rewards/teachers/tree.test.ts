import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Factor, parseFactor } from '../../../rewards/factors/factor.ts'
import { checkTeacher } from '../../../rewards/teachers/check-teacher.ts'
import { EvidenceStore } from '../../../rewards/teachers/evidence-store.ts'
import { learns } from '../../../rewards/teachers/teacher.ts'
import { decide, type Level, TreeTeacher } from '../../../rewards/teachers/tree.ts'
import { randomStream } from '../../../sim/random.ts'

const factors = (...texts: string[]): Factor[] =>
  texts.map((text) => parseFactor(text, { unit: 'deviations', size: 1 }))

/** Episodes of one step with the given terms. */
function evidenceOf(episodes: Readonly<Record<string, Readonly<Record<string, number>>>>): EvidenceStore {
  const store = new EvidenceStore({ capacity: 10_000 })
  for (const [id, terms] of Object.entries(episodes)) {
    const series = Object.entries(terms).map(([name, value]) => [name, Float32Array.of(value)] as const)
    store.add(id, { rewards: Float32Array.of(0), terms: Object.fromEntries(series) })
  }
  return store
}

const pair = (first: string, second: string) => ({
  first: { episode: first, start: 0, length: 1 },
  second: { episode: second, start: 0, length: 1 },
})

const level = (factor: string, values: readonly [number, number], margin = 0): Level => ({ factor, values, margin })

describe('the tree', () => {
  test('decides at the first level that differs by more than its margin, and says by how much', () => {
    const verdict = decide([level('open', [1, 1.1], 0.2), level('near', [3, 2], 0.5), level('effort', [0, 9])])
    expect(verdict).toEqual({ answer: 'first', reason: { level: 2, factor: 'near', difference: 1, margin: 0.5 } })
  })

  test('is tied where no level differs by more than its margin, a difference of just the margin included', () => {
    expect(decide([level('open', [1, 1.5], 0.5), level('near', [2, 2])])).toEqual({ answer: 'equal' })
  })

  test('a lower level never overrules a higher one', () => {
    const numbers = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }))
    fc.assert(
      fc.property(numbers, numbers, ([a, b], below) => {
        fc.pre(a !== b)
        expect(decide([level('top', [a, b]), level('low', below)]).answer).toBe(a > b ? 'first' : 'second')
      }),
    )
  })
})

describe('the teacher', () => {
  test('keeps the contract of teachers', async () => {
    const build = ({ evidence }: { evidence: ConstructorParameters<typeof TreeTeacher>[0]['evidence'] }) =>
      new TreeTeacher({ factors: factors('progress beyond 0.2sd', 'last(progress)'), ties: 'equal', evidence })
    await expect(checkTeacher(build, (seed) => randomStream(seed, 'check'))).resolves.toBe(undefined)
  })

  test('stores why with the answer', async () => {
    const evidence = evidenceOf({ a: { open: 0, slip: 1 }, b: { open: 0, slip: 0.25 } })
    const teacher = new TreeTeacher({
      factors: factors('open beyond 0', 'less slip beyond 0.5'),
      ties: 'skip',
      evidence,
    })
    expect(await teacher.answer(pair('a', 'b'))).toEqual({
      answer: 'second',
      left: 'first',
      milliseconds: 0,
      reason: { level: 2, factor: 'less slip', difference: 0.75, margin: 0.5 },
    })
  })

  test.each(['skip', 'equal'] as const)('answers a tie with %s where that is wanted', async (ties) => {
    const teacher = new TreeTeacher({ factors: factors('open'), ties, evidence: evidenceOf({ a: { open: 1 } }) })
    expect(await teacher.answer(pair('a', 'a'))).toEqual({ answer: ties, left: 'first', milliseconds: 0 })
  })

  test('a margin in deviations follows what was seen', async () => {
    const evidence = evidenceOf({ low: { open: 0 }, high: { open: 10 }, a: { open: 4 }, b: { open: 5 } })
    const teacher = new TreeTeacher({ factors: factors('open beyond 0.5sd'), ties: 'equal', evidence })
    expect((await teacher.answer(pair('a', 'b'))).answer).toBe('second')
    for (let i = 0; i < 20; i++) await teacher.answer(pair('low', 'high'))
    expect((await teacher.answer(pair('a', 'b'))).answer).toBe('equal')
  })

  test('answers the same whatever unit a factor is measured in', async () => {
    const random = randomStream(1, 'units')
    const episodes = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`${i}`, { open: random.uniform(0, 1), near: random.uniform(0, 1) }]),
    )
    const answersOf = async (...texts: string[]) => {
      const teacher = new TreeTeacher({ factors: factors(...texts), ties: 'skip', evidence: evidenceOf(episodes) })
      const answers: string[] = []
      for (let i = 0; i < 59; i++) answers.push((await teacher.answer(pair(`${i}`, `${i + 1}`))).answer)
      return answers
    }
    const plain = await answersOf('open', 'near beyond 0.3sd')
    expect(new Set(plain)).toEqual(new Set(['first', 'second', 'skip']))
    expect(await answersOf('open * 10', '0.1 * near beyond 0.3sd')).toEqual(plain)
  })

  test('goes on with what it remembers as if it had never stopped', async () => {
    const random = randomStream(2, 'resume')
    const episodes = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}`, { open: random.normal() }]))
    const make = () => new TreeTeacher({ factors: factors('open'), ties: 'skip', evidence: evidenceOf(episodes) })
    const [whole, begun, resumed] = [make(), make(), make()]
    const ask = (teacher: TreeTeacher, i: number) => teacher.answer(pair(`${i}`, `${i + 1}`))
    for (let i = 0; i < 20; i++) await Promise.all([ask(whole, i), ask(begun, i)])
    expect(learns(resumed)).toBe(true)
    resumed.restore(JSON.parse(JSON.stringify(begun.save())))
    for (let i = 20; i < 39; i++) expect(await ask(resumed, i)).toEqual(await ask(whole, i))
    expect(resumed.save()).toEqual(whole.save())
  })

  test('warns once, by name, of a factor that never changes', async () => {
    const evidence = evidenceOf({ a: { open: 0.1, near: 1 }, b: { open: 0.1, near: 2 } })
    const teacher = new TreeTeacher({ factors: factors('open', 'near'), ties: 'skip', evidence })
    for (let i = 0; i < 19; i++) await teacher.answer(pair('a', 'b'))
    expect(teacher.notes()).toEqual([])
    await teacher.answer(pair('a', 'b'))
    expect(teacher.notes()).toEqual([
      'factor "open" was the same in all segments so far: its level cannot decide anything',
    ])
    expect(teacher.notes()).toEqual([])
  })
})
