// Clips of matched segments: the episodes that hold them, simulated again with poses, for the page and the report.

import { makeEnv } from '../../../envs/registry.ts'
import type { Alignment } from '../../../rewards/alignment/align.ts'
import { simulateAgain } from '../person/simulate-again.ts'
import { worldOptions } from '../worlds.ts'
import type { OfflineLaboratory } from './laboratory.ts'
import type { Sides } from './side.ts'
import { bestMatches } from './transfer-file.ts'

export interface Matched {
  readonly alignment: Alignment
  readonly sides: Sides
}

/** Writes `recordings/match-<n>-source.rec` and `-target.rec`, the most certain match first; not of imported episodes. */
export async function keepMatches(lab: OfflineLaboratory, { alignment, sides }: Matched): Promise<void> {
  const matches = bestMatches(alignment)
  for (const role of ['source', 'target'] as const) {
    const { data, tracks } = sides[role]
    const env = await makeEnv(data.task, worldOptions(lab.config))
    try {
      for (const [index, match] of matches.entries()) {
        const { ref } = tracks[match[role]]!
        const episode = data.episodes.find(({ id }) => id === ref.episode)!
        if (episode.seed === undefined) continue
        const { seed, actions, part } = episode
        const { recording } = simulateAgain(env, { seed, actions }, part)
        const title = `match ${index + 1}: ${data.task}, decisions ${ref.start} to ${ref.start + ref.length - 1}`
        await lab.monitor.clip(`match-${index + 1}-${role}`, title, lab.counters, recording)
      }
    } finally {
      env.dispose()
    }
  }
}
