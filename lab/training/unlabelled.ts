// Pairs that nobody is asked about: a reward model may learn from them where it is sure already.

import { drawPairs } from '../../rewards/segments/draw.ts'
import type { PreferenceLaboratory } from './laboratory.ts'
import { queryOf, sourcesOf } from './sources.ts'

/** Adds some, drawn uniformly from where questions come from. @param asked questions of the session that they go with */
export function keepUnlabelled(lab: PreferenceLaboratory, asked: number): void {
  const { preferences, design, streams } = lab
  if (!design.pseudoLabels || asked === 0) return
  const drawn = drawPairs(preferences.episodes.episodes(), {
    count: asked * design.pseudoLabels.perLabel,
    length: preferences.reward.plan.stored,
    sources: sourcesOf(lab, queryOf(lab)),
    random: streams.pairs,
  })
  preferences.unlabelled.push(...drawn)
}

/** Rows of those whose episodes are still remembered, each [2, stored, input]. */
export function unlabelledRows({ preferences }: PreferenceLaboratory): Float32Array[] {
  const { episodes, unlabelled } = preferences
  const remembered = new Set(episodes.episodes().map(({ id }) => id))
  const whole = unlabelled.filter((pair) => pair.every(({ episode }) => remembered.has(episode)))
  return whole.map((pair) => {
    const [first, second] = pair.map((ref) => episodes.segment(ref).rows) as [Float32Array, Float32Array]
    const rows = new Float32Array(2 * first.length)
    rows.set(first)
    rows.set(second, first.length)
    return rows
  })
}
