// A run's event file for TensorBoard. What stands in it follows from the metrics: two records to begin with, then one for
// every line that holds scalars. So it can be brought back in step with them after any crash, and loses nothing.

import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { systemError } from '../files/system-error.ts'
import type { Metric } from '../run/metrics.ts'
import { scalarsEvent, textEvent, versionEvent } from './event.ts'
import { frameRecord, recordEnds } from './record.ts'
import { scalarsOf } from './scalars.ts'

/** Readers look for `tfevents` in the name. */
export const EVENT_FILE = 'tensorboard/events.out.tfevents.rapref'

export interface EventFileOptions {
  readonly path: string
  /** The run's config.yaml, shown among the texts. */
  readonly configuration: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export class EventFile {
  readonly #options: EventFileOptions
  readonly #file: number

  private constructor(options: EventFileOptions, file: number) {
    this.#options = options
    this.#file = file
  }

  /** Opens or creates it; `match` makes it whole. @throws UserError when the system refuses */
  static open(options: EventFileOptions): EventFile {
    const { path } = options
    return attempt('open', path, () => {
      mkdirSync(dirname(path), { recursive: true })
      return new EventFile(options, openSync(path, 'a+'))
    })
  }

  append(metric: Metric): void {
    const scalars = scalarsOf(metric)
    if (scalars) this.#write(scalarsEvent(this.#seconds(), scalars))
  }

  /** Cuts off what goes beyond these metrics, and writes what is missing. */
  match(metrics: readonly Metric[]): void {
    const told = metrics.filter((metric) => scalarsOf(metric) !== undefined)
    const ends = recordEnds(attempt('read', this.#options.path, () => readFileSync(this.#options.path)))
    const kept = Math.min(ends.length, BEGINNING + told.length)
    attempt('shorten', this.#options.path, () => ftruncateSync(this.#file, kept === 0 ? 0 : ends[kept - 1]))
    for (const event of this.#beginning().slice(kept)) this.#write(event)
    for (const metric of told.slice(Math.max(0, kept - BEGINNING))) this.append(metric)
  }

  close(): void {
    closeSync(this.#file)
  }

  #beginning(): Uint8Array[] {
    const at = this.#seconds()
    const text = this.#options.configuration.replace(/^/gm, '    ')
    return [versionEvent(at), textEvent(at, { tag: 'configuration', text })]
  }

  #write(event: Uint8Array): void {
    const bytes = frameRecord(event)
    attempt('write to', this.#options.path, () => {
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#file, bytes, written)
    })
  }

  #seconds(): number {
    return this.#options.now() / 1000
  }
}

/** Records before the first of a metric. */
const BEGINNING = 2

function attempt<T>(doing: string, path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw systemError(doing, path, error)
  }
}
