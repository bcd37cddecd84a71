// What the process that hands out runs and the processes that do them tell each other.

import type { Ending } from './work-run.ts'

/** To a worker: the run to do next. */
export interface Assignment {
  readonly id: string
}

/** From a worker, once: it has started. */
export interface Ready {
  readonly ready: true
}

/** From a worker: how it ended. */
export interface Answer {
  readonly id: string
  readonly ending: Ending
  /** Memory that the worker's process holds now, bytes. */
  readonly resident: number
}
