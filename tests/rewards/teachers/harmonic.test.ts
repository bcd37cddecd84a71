import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFactor } from '../../../rewards/factors/factor.ts'
import { checkTeacher } from '../../../rewards/teachers/check-teacher.ts'
import { EvidenceStore } from '../../../rewards/teachers/evidence-store.ts'
import { harmonicMean, harmonicTeacher } from '../../../rewards/teachers/harmonic.ts'
import { randomStream } from '../../../sim/random.ts'

const usual = { unit: 'deviations', size: 1 } as const

test('the harmonic mean lies between the scores, nearer to the smaller than the mean does', () => {
  const score = fc.double({ min: 0.01, max: 1, noNaN: true })
  fc.assert(
    fc.property(score, score, (one, other) => {
      const mean = harmonicMean([one, other], 0.5)
      expect(mean).toBeGreaterThanOrEqual(Math.min(one, other) - 1e-12)
      expect(mean).toBeLessThanOrEqual((one + other) / 2 + 1e-12)
    }),
  )
  expect(harmonicMean([0.5, 1], 0.5)).toBeCloseTo(2 / 3, 12)
  expect(harmonicMean([0.5, 1], 1)).toBe(0.5)
  expect(harmonicMean([0, 1], 0.5)).toBe(0)
})

test('keeps the contract of teachers', async () => {
  const factors = [parseFactor('progress', usual), parseFactor('least(progress) + 0.5', usual)] as const
  await expect(
    checkTeacher(
      ({ evidence }) => harmonicTeacher({ factors, weight: 0.5, ties: 'equal', evidence }),
      (seed) => randomStream(seed, 'check'),
    ),
  ).resolves.toBe(undefined)
})

test('prefers what is middling in both to what is best in one and bad in the other, and says so', async () => {
  const evidence = new EvidenceStore({ capacity: 100 })
  const add = (id: string, quick: number, gentle: number) =>
    evidence.add(id, {
      rewards: Float32Array.of(0),
      terms: { quick: Float32Array.of(quick), gentle: Float32Array.of(gentle) },
    })
  add('balanced', 0.5, 0.5)
  add('lopsided', 1, 0.125)
  const factors = [parseFactor('quick', usual), parseFactor('gentle', usual)] as const
  const teacher = harmonicTeacher({ factors, weight: 0.5, ties: 'equal', evidence })
  const reply = await teacher.answer({
    first: { episode: 'lopsided', start: 0, length: 1 },
    second: { episode: 'balanced', start: 0, length: 1 },
  })
  expect(reply.answer).toBe('second')
  expect(reply.reason).toMatchObject({ level: 1, factor: 'harmonic mean of quick and gentle', margin: 0 })
  expect(reply.reason!.difference).toBeCloseTo(0.5 - 2 / 9, 6)
})
