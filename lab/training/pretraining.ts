// Before the first question: the policy learns from how unlike others the states are that it gets to.

import type { TransitionBatch } from '../../agents/replay-buffer.ts'
import { type StateEntropy, stateEntropy } from '../../rewards/entropy/state-entropy.ts'
import { statisticsOf } from './fit-reward.ts'
import { gather } from './gather.ts'
import type { PreferenceLaboratory } from './laboratory.ts'
import { bufferRows, rowSize } from './rows.ts'

/** A round of the policy, which learns from entropy; so does the reward model, where the method starts from it. */
export async function gatherForEntropy(lab: PreferenceLaboratory): Promise<void> {
  if (lab.design.warmStart) lab.preferences.reward.normaliseBy(statisticsOf(lab))
  await gather(lab, 'policy', {
    ofBatch: (batch) => rewardBatch(lab, batch),
    ofRound: async () => rewardRound(lab),
  })
}

async function rewardBatch(lab: PreferenceLaboratory, batch: TransitionBatch): Promise<void> {
  const entropy = entropyOf(lab, batch.nextObservations)
  batch.rewards.set(entropy.scaled)
  const updates = lab.design.warmStart?.updates ?? 0
  for (let update = 0; update < updates; update++) {
    await lab.preferences.reward.regress(batchRows(lab, batch), entropy.centred)
  }
}

/** All that an on-policy learner remembers. */
function rewardRound(lab: PreferenceLaboratory): void {
  const { buffer } = lab.practice
  const { view } = lab.preferences.rowSizes
  const states = new Float32Array(buffer.size * view)
  bufferRows(buffer, { ...lab.preferences.rowSizes, inputs: 'next-state' })(states, 0, buffer.size)
  buffer.rewards.set(entropyOf(lab, states).scaled)
}

/** @param states those that decisions led to, [count, view] */
function entropyOf(lab: PreferenceLaboratory, states: Float32Array): StateEntropy {
  const { config, preferences } = lab
  return stateEntropy(states, someStates(lab), {
    size: preferences.rowSizes.view,
    neighbours: config.pretraining.neighbours,
    moments: preferences.entropyMoments,
  })
}

/** Remembered states: all, or as many of them at random as are looked at. */
function someStates({ config, practice, preferences, streams }: PreferenceLaboratory): Float32Array {
  const { buffer } = practice
  const { view } = preferences.rowSizes
  const held = buffer.episodes * (buffer.shape.episodeSteps + 1)
  const { states } = config.pretraining
  if (held <= states) return buffer.observations.subarray(0, held * view)
  const drawn = new Float32Array(states * view)
  for (let row = 0; row < states; row++) {
    const at = streams.pretraining.integer(held) * view
    drawn.set(buffer.observations.subarray(at, at + view), row * view)
  }
  return drawn
}

function batchRows({ preferences }: PreferenceLaboratory, { nextObservations, actions }: TransitionBatch) {
  const { view, action, inputs } = preferences.rowSizes
  if (inputs === 'next-state') return nextObservations
  const size = rowSize(preferences.rowSizes)
  const rows = new Float32Array((actions.length / action) * size)
  for (let row = 0; row * size < rows.length; row++) {
    rows.set(nextObservations.subarray(row * view, (row + 1) * view), row * size)
    rows.set(actions.subarray(row * action, (row + 1) * action), row * size + view)
  }
  return rows
}
