import { expect, test } from 'vitest'
import { seriesOf, thinned } from '../../../../viewer/client/replay/series.ts'
import { movingRecording } from '../../../support/moving-recording.ts'

test('the reward comes first, then each term by its name, a point at the end of each step', () => {
  const recording = {
    ...movingRecording({ steps: 2 }),
    rewards: Float32Array.of(5, 6),
    terms: { names: ['near', 'open'], values: Float32Array.of(1, 2, 3, 4) },
  }
  expect(seriesOf(recording)).toEqual([
    {
      name: 'reward',
      points: [
        [1 / 80, 5],
        [2 / 80, 6],
      ],
    },
    {
      name: 'near',
      points: [
        [1 / 80, 1],
        [2 / 80, 3],
      ],
    },
    {
      name: 'open',
      points: [
        [1 / 80, 2],
        [2 / 80, 4],
      ],
    },
  ])
  expect(seriesOf(movingRecording({ steps: 0 }))).toEqual([])
})

test('a long series is thinned and keeps its order and its shortest peaks', () => {
  const points = Array.from({ length: 5000 }, (_, i) => [i, i === 3333 ? 9 : i === 1234 ? -9 : 0] as const)
  const kept = thinned(points)
  expect(kept.length).toBeLessThanOrEqual(402)
  expect(kept).toContainEqual([3333, 9])
  expect(kept).toContainEqual([1234, -9])
  expect(kept.every(([x], i) => i === 0 || x >= kept[i - 1]![0])).toBe(true)
  expect(thinned(points.slice(0, 400))).toHaveLength(400)
})
