// Does an environment keep the contract? Gymnasium's checks, and those that preference learning from replays relies on.
// Public: run it on an environment of your own.

import { actionChecks } from './check/actions.ts'
import { drawingChecks } from './check/drawing.ts'
import { elsewhereChecks } from './check/elsewhere.ts'
import { ownershipChecks } from './check/ownership.ts'
import { resetChecks } from './check/reset.ts'
import { rewardChecks } from './check/reward.ts'
import { snapshotChecks } from './check/snapshot.ts'
import { spaceChecks } from './check/spaces.ts'
import { stepChecks } from './check/step.ts'
import { type EnvCheck, EnvFault, type Subject } from './check/subject.ts'

export const envChecks: readonly EnvCheck[] = [
  ...spaceChecks,
  ...resetChecks,
  ...stepChecks,
  ...actionChecks,
  ...rewardChecks,
  ...snapshotChecks,
  ...drawingChecks,
  ...ownershipChecks,
  ...elsewhereChecks,
]

export interface CheckResult {
  /** What should hold. */
  readonly check: string
  /** What does not, and the likely cause; undefined when the check passed. */
  readonly fault: string | undefined
}

/** Runs every check, each on environments of its own. */
export async function checkEnv(subject: Subject): Promise<CheckResult[]> {
  const results: CheckResult[] = []
  for (const { name, run } of envChecks) {
    results.push({ check: name, fault: await faultOf(() => run(subject)) })
  }
  return results
}

async function faultOf(run: () => Promise<void>): Promise<string | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    if (error instanceof EnvFault) return error.message
    return `the check ended with an error: ${error instanceof Error ? error.message : String(error)}`
  }
}
