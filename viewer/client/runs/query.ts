// Finds runs by typing: every word must occur in what a run is called, is about, or how it stands.

import type { RunSummary } from '../../protocol/run.ts'

const texts = new WeakMap<RunSummary, string>()

/** @returns the runs that have every word of the text, in their order; all of them where there is none */
export function filterRuns(runs: readonly RunSummary[], text: string): readonly RunSummary[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return runs
  return runs.filter((run) => {
    const searched = searchedText(run)
    return words.every((word) => searched.includes(word))
  })
}

/** Such as `teachers/3f2a drawer-open pebble seed=3 failed teacher=noisy`. */
function searchedText(run: RunSummary): string {
  const known = texts.get(run)
  if (known !== undefined) return known
  const settings = Object.entries(run.settings).map(([name, value]) => `${name}=${value}`)
  const text = [run.id, run.task, run.method, `seed=${run.seed}`, run.state, ...settings, run.note ?? ''].join(' ')
  const searched = text.toLowerCase()
  texts.set(run, searched)
  return searched
}
