import { expect, test } from 'vitest'
import { insightInto, predictionOf } from '../../../lab/labelling/insight.ts'
import { recordedOracle } from '../../../lab/labelling/oracle.ts'
import type { Predictor, SegmentReward } from '../../../lab/labelling/predictor.ts'
import type { ShelvedEpisode } from '../../../lab/labelling/shelf.ts'
import { RerunError } from '../../../lab/training/person/simulate-again.ts'
import { labelInsight } from '../../../viewer/protocol/label.ts'
import { recordingOf } from '../../support/recordings-to-judge.ts'

const question = {
  ...{ id: 'q', task: 'reach', fair: true },
  segments: [0, 1].map((attempt) => ({ episode: `${attempt}`, start: 10, length: 4 })),
}
const shelf = { load: async (id: string) => recordingOf({ attempt: Number(id) }) }

function reward(returns: readonly number[]): SegmentReward {
  return { mean: [0.123456, 0, 0, 0], deviation: [0, 0, 0, 0], returns }
}

test('the named terms are those of the window', async () => {
  const insight = await insightInto(question, { shelf, predictor: undefined })
  expect(labelInsight.parse(insight)).toEqual({
    question: 'q',
    prediction: null,
    clips: [
      { member: 0, reward: null, terms: [{ name: 'near', values: [10, 11, 12, 13] }] },
      { member: 1, reward: null, terms: [{ name: 'near', values: [11, 12, 13, 14] }] },
    ],
  })
})

test('a model adds its chance, its doubt and its reward at every step', async () => {
  const predictor: Predictor = {
    rewardOf: async ({ episode }) => reward(episode === '0' ? [3, 1] : [1, 1]),
    dispose: async () => {},
  }
  const { prediction, clips } = labelInsight.parse(await insightInto(question, { shelf, predictor }))
  // Members say sigmoid(2) = 0.881 and sigmoid(0) = 0.5.
  expect(prediction!.first).toBeCloseTo(0.6904, 4)
  expect(prediction!.uncertainty).toBeCloseTo(0.1904, 4)
  expect(clips[0]!.reward!.mean).toEqual([0.1235, 0, 0, 0])
})

test('where a recording does not happen again the terms are told alone, and any other failure is not hidden', async () => {
  const failing = (error: Error): Predictor => ({ rewardOf: () => Promise.reject(error), dispose: async () => {} })
  const insight = await insightInto(question, { shelf, predictor: failing(new RerunError('differs')) })
  expect(insight).toEqual(await insightInto(question, { shelf, predictor: undefined }))
  await expect(insightInto(question, { shelf, predictor: failing(new TypeError('a fault')) })).rejects.toThrow(
    'a fault',
  )
})

test('a chance stays a chance however far apart two clips are', () => {
  expect(predictionOf(reward([1e9]), reward([0]))).toEqual({ first: 1, uncertainty: 0 })
  expect(predictionOf(reward([0]), reward([1e9]))).toEqual({ first: 0, uncertainty: 0 })
})

test('the oracle prefers the larger sum of rewards, and says nothing about what it never saw', () => {
  const shelved = [0, 1, 1].map((attempt, i): ShelvedEpisode => {
    const { rewards } = recordingOf({ attempt })
    return { ...{ id: `${i}`, path: '', task: 'reach', seed: 0, steps: 40, stepSeconds: 1, ending: '' }, rewards }
  })
  const oracle = recordedOracle(shelved)
  const ask = (first: string, second: string) => {
    const segment = (episode: string) => ({ episode, start: 0, length: 5 })
    const rest = {
      kind: 'answer',
      id: 'a',
      answer: 'first',
      by: 'person:a',
      at: '',
      left: 'first',
      milliseconds: 1,
    } as const
    return oracle({ ...rest, first: segment(first), second: segment(second) })
  }
  expect([ask('1', '0'), ask('0', '1'), ask('1', '2'), ask('0', 'x')]).toEqual(['first', 'second', 'equal', undefined])
})
