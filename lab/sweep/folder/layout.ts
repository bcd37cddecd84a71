// Where things lie in the folder of a sweep. Run folders lie side by side in it, as `rapref train` makes them; what the
// sweep itself knows lies in `sweep/`, one small file a run. Which folder a run's file lies in is its state.

import { join } from 'node:path'

export interface SweepLayout {
  /** The folder of the sweep. */
  readonly path: string
  /** The plan: every run with its identity and settings. */
  readonly plan: string
  /** The sweep file, as it was when the sweep was last started. */
  readonly source: string
  /** `<id>.lock` while a run is worked on; touched every few seconds. */
  readonly running: string
  /** `<id>.json` of every finished run. */
  readonly finished: string
  /** `<id>.json` of every failed run. */
  readonly failed: string
  /** `<id>.log`: what a run said, all attempts. */
  readonly logs: string
  /** Scripts, job numbers and output of a cluster's jobs. */
  readonly jobs: string
}

export function sweepLayout(path: string): SweepLayout {
  const inside = (name: string) => join(path, 'sweep', name)
  return {
    path,
    plan: inside('plan.json'),
    source: inside('sweep.yaml'),
    running: inside('running'),
    finished: inside('finished'),
    failed: inside('failed'),
    logs: inside('logs'),
    jobs: inside('jobs'),
  }
}
