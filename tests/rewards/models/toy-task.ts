// A task that a reward model must learn within seconds: a point wanders over a square, and being close to one corner is good.

import { labelValue } from '../../../rewards/preference/preference.ts'
import { drawPairs } from '../../../rewards/segments/draw.ts'
import { EpisodeStore } from '../../../rewards/segments/episode-store.ts'
import { LabelledPairs } from '../../../rewards/segments/labelled-pairs.ts'
import type { ScriptedTeacher } from '../../../rewards/teachers/answer.ts'
import { EvidenceStore } from '../../../rewards/teachers/evidence-store.ts'
import { scriptedTeacher } from '../../../rewards/teachers/scripted.ts'
import { randomStream } from '../../../sim/random.ts'

export const toySizes = { input: 3, length: 5 }

const [episodes, steps] = [60, 20]

/** Rows hold the position in metres and a number that says nothing. */
export function toyEpisodes(seed: number): { store: EpisodeStore; evidence: EvidenceStore } {
  const random = randomStream(seed, 'toy')
  const store = new EpisodeStore({ inputSize: toySizes.input, capacity: episodes * steps })
  const evidence = new EvidenceStore({ capacity: episodes * steps })
  for (let i = 0; i < episodes; i++) {
    const rows = new Float32Array(steps * toySizes.input)
    const rewards = new Float32Array(steps)
    let [x, y] = [random.uniform(-1, 1), random.uniform(-1, 1)]
    for (let step = 0; step < steps; step++) {
      x += random.uniform(-0.1, 0.1)
      y += random.uniform(-0.1, 0.1)
      rows.set([x, y, random.normal()], step * toySizes.input)
      rewards[step] = -Math.hypot(x - 1, y - 1)
    }
    store.add({ id: `${i}`, gatheredBy: 'policy', rows })
    evidence.add(`${i}`, { rewards, terms: {} })
  }
  return { store, evidence }
}

export interface AnsweredToy {
  readonly store: EpisodeStore
  readonly pairs: LabelledPairs
}

/** Uniform pairs with a scripted teacher's answers. */
export async function answeredToy(options: {
  readonly seed: number
  readonly count: number
  readonly parameters: ScriptedTeacher
  readonly heldOutShare?: number
}): Promise<AnsweredToy> {
  const { seed, count, parameters, heldOutShare = 0 } = options
  const { store, evidence } = toyEpisodes(seed)
  const random = randomStream(seed, 'pairs')
  const teacher = scriptedTeacher({ name: 'toy', parameters, evidence, random: randomStream(seed, 'teacher') })
  const pairs = new LabelledPairs({ inputSize: toySizes.input, length: toySizes.length, heldOutShare })
  const drawn = drawPairs(store.episodes(), { count, length: toySizes.length, sources: [{ weight: 1 }], random })
  for (const [i, [first, second]] of drawn.entries()) {
    const label = labelValue((await teacher.answer({ first, second })).answer)
    if (label !== undefined) pairs.add(`${i}`, { first: store.segment(first), second: store.segment(second) }, label)
  }
  return { store, pairs }
}
