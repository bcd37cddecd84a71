import { expect, test } from 'vitest'
import { scalarsOf } from '../../../lab/tensorboard/scalars.ts'

test('an evaluation is told under tags of its own, at its step', () => {
  expect(
    scalarsOf({
      ...{ kind: 'evaluation', steps: 500, seconds: 3, labels: 20 },
      ...{ success: 0.5, successInterval: [0.2, 0.8], successLast: 0.4, return: 17 },
    }),
  ).toEqual({
    step: 500,
    values: {
      'evaluation/success': 0.5,
      'evaluation/successLast': 0.4,
      'evaluation/return': 17,
      'evaluation/labels': 20,
    },
  })
})

test('what could not be measured is told nowhere', () => {
  expect(scalarsOf({ kind: 'reward', steps: 1, labels: 2, loss: null, accuracy: 0.5, heldOutAccuracy: null })).toEqual({
    step: 1,
    values: { 'reward/accuracy': 0.5, 'reward/labels': 2 },
  })
  expect(scalarsOf({ kind: 'correlation', steps: 1, spearman: null, learned: [], true: [] })).toBeUndefined()
})

test('a point is told unless its curve is in other lines, and a beginning never', () => {
  expect(scalarsOf({ kind: 'point', curve: 'entropy', steps: 9, value: 2 })).toEqual({
    step: 9,
    values: { 'curve/entropy': 2 },
  })
  expect(scalarsOf({ kind: 'point', curve: 'success', steps: 9, value: 1 })).toBeUndefined()
  expect(scalarsOf({ kind: 'begin', task: 'push', method: 'pebble', seed: 1 })).toBeUndefined()
})
