import { expect, test } from 'vitest'
import { sortMetrics } from '../../../lab/run/metrics.ts'

const evaluation = {
  kind: 'evaluation',
  steps: 100,
  seconds: 3,
  labels: 20,
  success: 0.5,
  successInterval: [0.2, 0.8],
  successLast: 0.4,
  return: 12,
}

test('lines are sorted by kind, and lines for other readers are passed over', () => {
  const reward = { kind: 'reward', steps: 90, labels: 20, loss: 0.1, accuracy: 0.9, heldOutAccuracy: null }
  const correlation = { kind: 'correlation', steps: 95, spearman: 0.7, learned: [1, 2], true: [3, 4] }
  const measured = sortMetrics([evaluation, { kind: 'point', curve: 'x', steps: 1, value: 2 }, reward, 7, correlation])
  expect(measured).toEqual({
    evaluations: [evaluation],
    rewards: [reward],
    correlations: [correlation],
    final: undefined,
  })
})

test('a line of a known kind that lacks a number is passed over', () => {
  expect(sortMetrics([{ ...evaluation, success: undefined }]).evaluations).toEqual([])
})
