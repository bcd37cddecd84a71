// Two sources as one. Where both know a run, the first is believed about how it goes, and the second, which has its
// folder, about what it is.

import type { RunSummary } from '../protocol/run.ts'
import type { RunSource } from './source.ts'

export function joinedRuns(first: RunSource, second: RunSource): RunSource {
  function summary(run: string): RunSummary | undefined {
    const [ours, theirs] = [first.summary(run), second.summary(run)]
    return ours && theirs ? { ...ours, started: theirs.started, settings: theirs.settings } : (ours ?? theirs)
  }

  return {
    async list() {
      const [ours, theirs] = await Promise.all([first.list(), second.list()])
      const known = new Set(ours.map((run) => run.id))
      return [...ours.map(({ id }) => summary(id)!), ...theirs.filter((run) => !known.has(run.id))]
    },
    summary,
    async read(run) {
      const [ours, theirs] = await Promise.all([first.read(run), second.read(run)])
      return ours && theirs ? { ...ours, summary: summary(run)!, about: theirs.about } : (ours ?? theirs)
    },
    async clip(run, clip) {
      return (await first.clip(run, clip)) ?? (await second.clip(run, clip))
    },
    async recording(run, clip) {
      return (await first.recording(run, clip)) ?? (await second.recording(run, clip))
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
