// Metrics that are told to TensorBoard as they are written.

import { type LineFile, readLines } from '../files/line-file.ts'
import type { Metric } from '../run/metrics.ts'
import { EventFile, type EventFileOptions } from './event-file.ts'

/** The same line file; whatever happens to it happens to the event file too. */
export function mirrorToTensorBoard(metrics: LineFile<Metric>, options: EventFileOptions): LineFile<Metric> {
  const events = EventFile.open(options)
  events.match(readLines(metrics.path) as Metric[])
  return {
    path: metrics.path,
    get size() {
      return metrics.size
    },
    append(metric) {
      metrics.append(metric)
      events.append(metric)
    },
    truncate(size) {
      metrics.truncate(size)
      events.match(readLines(metrics.path) as Metric[])
    },
    sync: () => metrics.sync(),
    close() {
      metrics.close()
      events.close()
    },
  }
}
