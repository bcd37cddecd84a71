// Sees every remembered transition in the light of the present reward model.

import { relabel } from '../../rewards/relabel.ts'
import { relabellingDue } from './counters.ts'
import type { PreferenceLaboratory } from './laboratory.ts'
import { bufferRows } from './rows.ts'

export async function relabelMemory(lab: PreferenceLaboratory): Promise<void> {
  const { config, practice, preferences, counters } = lab
  const { buffer } = practice
  const { rewards, affine } = await relabel({
    model: preferences.reward,
    bonus: bonusNow(lab),
    scale: config.reward.scale,
    count: buffer.size,
    readRows: bufferRows(buffer, preferences.rowSizes),
  })
  buffer.rewards.set(rewards)
  preferences.affine = affine
  counters.relabellings++
}

/** Keeps a bonus that fades from staying in old rewards when there are no sessions any more. */
export async function relabelFaded(lab: PreferenceLaboratory): Promise<void> {
  if (lab.design.bonus?.fades && relabellingDue(lab.counters, lab.config)) await relabelMemory(lab)
}

/** Deviations of the ensemble that are reward at this moment. */
export function bonusNow({ design, counters }: Pick<PreferenceLaboratory, 'design' | 'counters'>): number {
  return design.bonus?.after(counters.steps) ?? 0
}
