import { expect, test } from 'vitest'
import { loadConfig } from '../../../lab/config/load.ts'
import { checkFirstSession } from '../../../lab/training/first-session.ts'

const check = (...overrides: string[]) => checkFirstSession(loadConfig({ from: 'heron', overrides }).config)

test('clips of the expert that use up all exploration are refused before anything is built', () => {
  const clips = ['demonstration.rounds=2', 'worlds=4', 'horizon=100']
  expect(() => check(...clips, 'exploration.steps=800')).toThrow(
    "exploration.steps is 800, and the expert's clips take 800 steps (demonstration.rounds=2 in 4 worlds), so the learner " +
      'would have tried nothing before the first question; type exploration.steps=1200, or more',
  )
  expect(() => check(...clips, 'exploration.steps=801')).not.toThrow()
  expect(() => check(...clips, 'exploration.steps=800', 'pretraining.steps=1')).not.toThrow()
  expect(() => check(...clips, 'exploration.steps=300', 'pretraining.steps=400')).toThrow(
    'exploration.steps is 300 and pretraining.steps 400, and',
  )
})

test('so is no exploration at all, unless there are no questions or a person is asked', () => {
  const none = ['exploration.steps=0', 'worlds=4', 'horizon=100']
  expect(() => check(...none)).toThrow(
    'exploration.steps is 0, so nothing would have been tried before the first question; type exploration.steps=400',
  )
  expect(() => check(...none, 'labels=0')).not.toThrow()
  expect(() => check(...none, 'teacher=person', 'method=pebble')).not.toThrow()
})
