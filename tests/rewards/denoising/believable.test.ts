import { expect, test } from 'vitest'
import { believable } from '../../../rewards/denoising/believable.ts'
import { freshDiscriminator } from '../../../rewards/denoising/discriminator.ts'

const settings = { alpha: 0.5, firstTolerance: 3, lastTolerance: 1, passes: 600, flip: 0.001, warmup: 0 }
const pair = (id: string, label: number) => ({ id, label, rows: new Float32Array(2), heldOut: false })

test('keeps what is trusted, drops what is doubted and turns round what is unbelievable', () => {
  const state = { ...freshDiscriminator(), largest: 0.7, variance: 0, passes: 600 }
  // The members' mean chances that the first is preferred: 0.9, 0.1, 0.0005, 0.5.
  const probabilities = Float32Array.of(...[1, 0.1, 0.0005, 0.4], ...[0.8, 0.1, 0.0005, 0.6])
  const pairs = [pair('a', 1), pair('b', 1), pair('c', 1), pair('d', 0.5)]
  const learned = believable(pairs, probabilities, { settings, state })
  expect(learned.map(({ id, label }) => [id, label])).toEqual([
    ['a', 1],
    ['c', 0],
    ['d', 0.5],
  ])
  expect(pairs[2]!.label).toBe(1)
  expect(state.passes).toBe(601)
  expect(state.largest).toBeCloseTo(0.7 + 0.1 * (Math.LN2 - 0.7), 6)
})

test('stays finite where a member is certain', () => {
  const state = freshDiscriminator()
  const learned = believable([pair('a', 0)], Float32Array.of(1), { settings, state })
  expect(learned).toMatchObject([{ label: 1 }])
  expect(Object.values(state).every(Number.isFinite)).toBe(true)
})
