// Run folders without runs: what a run would have written, made up, for tests of what shows runs.

import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeRecording } from '../../sim/recording-codec.ts'
import { movingRecording } from './moving-recording.ts'

export interface MadeUpRun {
  readonly task?: string
  readonly method?: string
  readonly seed?: number
  /** Beside task, method and seed; dotted names go into sections. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>
  /** `running` says nothing more; `stale` has said nothing for an hour. */
  readonly state?: 'running' | 'finished' | 'failed' | 'interrupted' | 'stale'
  readonly note?: string
  /** Success at evaluations that are 1,000 steps apart; each is filmed where `filmed` says so. */
  readonly success?: readonly number[]
  readonly filmed?: boolean
}

const outcomes = { finished: 'finished', failed: 'failed', interrupted: 'stopped' } as const

export function writeRun(folder: string, run: MadeUpRun = {}): void {
  const { task = 'reach', method = 'pebble', seed = 1, settings = {}, state = 'finished', filmed = false } = run
  mkdirSync(join(folder, 'recordings'), { recursive: true })
  writeFileSync(join(folder, 'config.yaml'), configText({ task, method, seed, labels: 100, ...settings }))
  const success = run.success ?? [0, 0.5, 1]
  const lines: unknown[] = [{ kind: 'begin', task, method, seed }]
  for (const [i, value] of success.entries()) {
    const steps = (i + 1) * 1000
    lines.push({ kind: 'point', curve: 'success', steps, value }, progressAt(steps, value))
    if (!filmed) continue
    const recording = movingRecording({ seed: 0, ...(value > 0.5 ? { solvedAt: 20 + i } : {}) })
    writeFileSync(join(folder, 'recordings', `${steps}.rec`), encodeRecording({ ...recording, task }))
    lines.push({
      kind: 'clip',
      id: `${steps}`,
      checkpoint: `${steps / 1000}k steps`,
      steps,
      seed: 0,
      success: value > 0.5,
    })
  }
  if (state === 'finished')
    lines.push(finalOf({ task, method, seed, success: success.at(-1) ?? 0, steps: success.length * 1000 }))
  if (state in outcomes) {
    const outcome = outcomes[state as keyof typeof outcomes]
    lines.push({ kind: 'end', outcome, ...(run.note === undefined ? {} : { note: run.note }) })
  }
  writeFileSync(join(folder, 'metrics.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  writeFileSync(join(folder, 'meta.json'), JSON.stringify({ task, method, seed, started: '2026-01-01T00:00:00.000Z' }))
  if (state !== 'stale') return
  const before = new Date(Date.now() - 3_600_000)
  for (const name of ['metrics.jsonl', 'meta.json']) utimesSync(join(folder, name), before, before)
}

/** In the layout that a run writes: sections indented by two. */
function configText(settings: Readonly<Record<string, string | number | boolean>>): string {
  const sections = new Map<string, string[]>()
  for (const [name, value] of Object.entries(settings)) {
    const [section = '', inner] = name.includes('.') ? name.split('.', 2) : ['', name]
    sections.set(section, [...(sections.get(section) ?? []), `${section === '' ? '' : '  '}${inner}: ${value}`])
  }
  const text = [...sections].map(([section, lines]) => (section === '' ? lines : [`${section}:`, ...lines]).join('\n'))
  return `# Every setting of this run\n${text.join('\n')}\n`
}

function progressAt(steps: number, success: number) {
  const budgets = { stepBudget: 10_000, labelBudget: 100, stepsPerSecond: 500, secondsLeft: 10 }
  return { kind: 'progress', phase: 'learning', steps, labels: steps / 100, rewardAccuracy: 0.8, success, ...budgets }
}

function finalOf(of: { task: string; method: string; seed: number; success: number; steps: number }) {
  const measured = { labels: 100, minutes: 2, successInterval: [0, 1], rewardSpearman: 0.7, heldOutLabelAccuracy: 0.9 }
  return { kind: 'final', run: 'made-up', ...of, ...measured }
}
