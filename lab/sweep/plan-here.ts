// Plans a sweep with the names and builds of this installation.

import { tasks } from '../../envs/registry.ts'
import { queries } from '../../rewards/queries/queries.ts'
import { engineBuild, loadEngine } from '../../sim/engine.ts'
import { packageVersion } from '../../viewer/server/package-version.ts'
import { learnerNames } from '../config/learner-sections.ts'
import { asksPerson, teacherNames } from '../config/teachers.ts'
import { methods } from '../methods/methods.ts'
import type { SweepSource } from './file/read-file.ts'
import type { ScoreOf } from './halving/rungs.ts'
import { planSweep } from './plan/plan.ts'
import type { SweepPlan } from './plan/planned.ts'
import { readResult, statesNow } from './read-sweep.ts'

/** Without what computes: that would load all tensors to check one name, which a run checks before anything else. */
const known = {
  task: tasks.map(({ id }) => id),
  method: Object.keys(methods),
  learner: learnerNames,
  teacher: teacherNames.filter((teacher) => !asksPerson({ teacher })),
  query: Object.keys(queries),
}

/** For successive halving the folders say how far the study is. */
export async function planHere(source: SweepSource): Promise<SweepPlan> {
  await loadEngine()
  const builds = { version: packageVersion(), engine: engineBuild() }
  return planSweep({ source, known, builds, scoreOf: scoresIn(source.file.out) })
}

function scoresIn(out: string): ScoreOf {
  const stateOf = statesNow(out)
  return (run) => {
    const state = stateOf(run)
    if (state === 'failed') return 0
    return state === 'finished' ? readResult(out, run)?.summary.success : undefined
  }
}
