import { expect, test } from 'vitest'
import { episodeResult, summarise } from '../../../lab/dataset/outcome.ts'

const episode = { steps: 100, return: 10, successLast: true, firstSuccess: 40 }
const failed = { steps: 100, return: 2, successLast: false, firstSuccess: Number.POSITIVE_INFINITY }

test('a dataset is summed up over its episodes', () => {
  expect(summarise('push', [episode, { ...episode, firstSuccess: 60, successLast: false }], 2)).toEqual({
    task: 'push',
    episodes: 2,
    successAny: 1,
    successLast: 0.5,
    firstSuccessMedian: 50,
    return: 10,
    stepsPerSecond: 100,
  })
})

test('where fewer than half succeed there is no median first success', () => {
  expect(summarise('push', [episode, failed, failed], 1)).toMatchObject({ successAny: 1 / 3, firstSuccessMedian: null })
  expect(summarise('push', [episode, failed], 1).firstSuccessMedian).toBeNull()
})

test('an episode succeeds first where the condition first held, counted in control steps', () => {
  const played = {
    rewards: Float32Array.of(1, 2, 3, 4),
    options: { horizon: 12, physics: 'fast', actionRepeat: 3, robot: 'panda' },
  } as const
  expect(episodeResult({ ...played, success: Uint8Array.of(0, 1, 1, 0) })).toEqual({
    steps: 12,
    return: 30,
    successLast: false,
    firstSuccess: 6,
  })
  const never = episodeResult({ ...played, success: Uint8Array.of(0, 0, 0, 0) })
  expect(never).toMatchObject({ successLast: false, firstSuccess: Number.POSITIVE_INFINITY })
})
