// Two sources as one. Where both know a run, the first is believed.

import type { RunSource } from './source.ts'

export function joinedRuns(first: RunSource, second: RunSource): RunSource {
  return {
    async list() {
      const [ours, theirs] = await Promise.all([first.list(), second.list()])
      const known = new Set(ours.map((run) => run.id))
      return [...ours, ...theirs.filter((run) => !known.has(run.id))]
    },
    async read(run) {
      return (await first.read(run)) ?? (await second.read(run))
    },
    async clip(run, clip) {
      return (await first.clip(run, clip)) ?? (await second.clip(run, clip))
    },
    async policy(run) {
      return (await first.policy(run)) ?? (await second.policy(run))
    },
    subscribe(listener) {
      const stops = [first.subscribe(listener), second.subscribe(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}
