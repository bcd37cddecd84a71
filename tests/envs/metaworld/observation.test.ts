import { expect, test } from 'vitest'
import { OBSERVATION_SIZE, observationSpace, observeNext, observeStart } from '../../../envs/metaworld/observation.ts'
import { someSituation } from '../../support/some-situation.ts'

const SITUATION = someSituation({
  tcp: [0.1, 0.6, 0.15],
  opening: 0.7,
  first: { position: [1, 2, 3], rotation: [0.1, 0.2, 0.3, 0.9] },
  second: { position: [4, 5, 6], rotation: [0.5, 0.6, 0.7, 0.8] },
  goal: [7, 8, 9],
})
const FRAME = [0.1, 0.6, 0.195, 0.7, 1, 2, 3, 0.1, 0.2, 0.3, 0.9, 4, 5, 6, 0.5, 0.6, 0.7, 0.8]

const rounded = (values: readonly number[]) => Float32Array.from(values)

test('the first observation is hand, opening, both objects, the same again, goal', () => {
  const out = new Float32Array(OBSERVATION_SIZE)
  observeStart(SITUATION, out)
  expect(out).toEqual(rounded([...FRAME, ...FRAME, 7, 8, 9]))
})

test('the next one keeps the present frame as the previous', () => {
  const out = new Float32Array(OBSERVATION_SIZE)
  observeStart(SITUATION, out)
  observeNext({ ...SITUATION, tcp: [0.2, 0.6, 0.15], opening: 0.5 }, out)
  expect(out).toEqual(rounded([0.2, 0.6, 0.195, 0.5, ...FRAME.slice(4), ...FRAME, 7, 8, 9]))
})

test('a hand outside its bounds is clipped to them, objects are not', () => {
  const out = new Float32Array(OBSERVATION_SIZE)
  observeStart({ ...SITUATION, tcp: [-0.9, 1.2, 0.9] }, out)
  expect(Array.from(out.slice(0, 3))).toEqual(Array.from(rounded([-0.525, 1.025, 0.7])))
  observeStart({ ...SITUATION, tcp: [0.9, 0.1, -0.3] }, out)
  expect(Array.from(out.slice(0, 3))).toEqual(Array.from(rounded([0.525, 0.348, -0.0525])))
})

test('the space bounds the hand and the goal and leaves objects free', () => {
  const { low, high, shape } = observationSpace({ low: [-0.1, 0.8, 0.05], high: [0.1, 0.9, 0.3] })
  expect(shape).toEqual([39])
  expect(Array.from(low.slice(18, 23))).toEqual([...rounded([-0.525, 0.348, -0.0525, -1]), Number.NEGATIVE_INFINITY])
  expect(Array.from(high.slice(36))).toEqual(Array.from(rounded([0.1, 0.9, 0.3])))
})
