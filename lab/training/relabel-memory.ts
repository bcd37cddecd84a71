// Sees every remembered transition in the light of the present reward model.

import { relabel } from '../../rewards/relabel.ts'
import type { PreferenceLaboratory } from './laboratory.ts'
import { bufferRows } from './rows.ts'

export async function relabelMemory({ config, practice, preferences }: PreferenceLaboratory): Promise<void> {
  const { buffer } = practice
  const { rewards, affine } = await relabel({
    model: preferences.reward,
    bonus: config.reward.bonus,
    scale: config.reward.scale,
    count: buffer.size,
    readRows: bufferRows(buffer, preferences.rowSizes),
  })
  buffer.rewards.set(rewards)
  preferences.affine = affine
}
