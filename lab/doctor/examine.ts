// Everything that a run depends on, tried out here.

import { packageVersion } from '../../viewer/server/package-version.ts'
import { type Machine, thisMachine } from '../run/machine.ts'
import { examineBrowser } from './browser.ts'
import { examineExecutors } from './executors.ts'
import type { Finding } from './finding.ts'
import { examineFolder } from './folder.ts'
import { examinePhysics } from './physics.ts'

/** The document of `rapref doctor --json`. */
export interface Diagnosis extends Machine {
  readonly version: string
  readonly node: string
  readonly executors: readonly Finding[]
  /** Optional things: training works without them. */
  readonly optional: readonly Finding[]
  readonly physics: Finding
  /** The browser's program, or null. */
  readonly browser: string | null
  readonly runs: Finding
  /** Whether a run can be trained here. */
  readonly healthy: boolean
}

export async function examine(runs: string): Promise<Diagnosis> {
  const executors = await examineExecutors()
  const physics = await examinePhysics()
  const browser = examineBrowser(process.env, process.platform)
  const folder = examineFolder(runs)
  return {
    version: packageVersion(),
    node: process.version,
    ...thisMachine(),
    executors,
    optional: [browser],
    physics,
    browser: browser.usable ? browser.why : null,
    runs: folder,
    healthy: executors.some(({ usable }) => usable) && physics.usable && folder.usable,
  }
}
