// Has the real TensorBoard read what we write: the golden event file (written anew by --write), or that of a run, against
// its metrics, number by number.
//
//   node --import tsx tests/bench/peers/events.ts --python <venv>/bin/python [--write] [--run runs/third]

import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openLineFile, readLines } from '../../../lab/files/line-file.ts'
import type { Metric } from '../../../lab/run/metrics.ts'
import { EVENT_FILE } from '../../../lab/tensorboard/event-file.ts'
import { mirrorToTensorBoard } from '../../../lab/tensorboard/mirror.ts'
import { scalarsOf } from '../../../lab/tensorboard/scalars.ts'
import { eventClock, eventConfiguration, eventMetrics } from '../../support/event-run.ts'
import { Peer } from './peer.ts'

const golden = fileURLToPath(new URL('../../golden/tensorboard.events', import.meta.url))

const { values: options } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    write: { type: 'boolean', default: false },
    run: { type: 'string' },
  },
})

/** What TensorBoard found in a folder. */
interface Found {
  /** By tag: step and value of each. */
  readonly scalars: Readonly<Record<string, readonly (readonly [step: number, value: number])[]>>
  readonly texts: Readonly<Record<string, string>>
}

function writeEvents(folder: string): void {
  const events = mirrorToTensorBoard(
    openLineFile<Metric>(join(folder, 'metrics.jsonl'), () => {}),
    {
      path: join(folder, EVENT_FILE),
      configuration: eventConfiguration,
      now: eventClock(),
    },
  )
  for (const metric of eventMetrics) events.append(metric)
  events.close()
}

function compare(metrics: readonly Metric[], { scalars, texts }: Found): number {
  const expected = new Map<string, [number, number][]>()
  for (const metric of metrics) {
    const told = scalarsOf(metric)
    for (const [tag, value] of Object.entries(told?.values ?? {})) {
      expected.set(tag, [...(expected.get(tag) ?? []), [told!.step, Math.fround(value)]])
    }
  }
  const found = JSON.stringify(Object.entries(scalars).sort())
  if (found !== JSON.stringify([...expected].sort())) throw new Error(`TensorBoard read something else: ${found}`)
  if (!texts.configuration?.includes('seed: ')) throw new Error(`TensorBoard found no configuration: ${texts}`)
  return [...expected.values()].flat().length
}

const folder = mkdtempSync(join(tmpdir(), 'events-'))
const peer = new Peer(options.python, 'events.py')
try {
  if (!options.run) writeEvents(folder)
  const run = options.run ?? folder
  if (options.write) copyFileSync(join(folder, EVENT_FILE), golden)
  const found = await peer.ask<Found>({ folder: dirname(join(run, EVENT_FILE)) })
  const count = compare(readLines(join(run, 'metrics.jsonl')) as Metric[], found)
  if (!existsSync(golden)) throw new Error(`${golden} is missing; type --write`)
  process.stdout.write(
    `TensorBoard read ${count} scalars under ${Object.keys(found.scalars).length} tags, all as written\n`,
  )
} finally {
  peer.end()
  rmSync(folder, { recursive: true })
}
