// Plans a sweep with the names and builds of this installation.

import { tasks } from '../../envs/registry.ts'
import { queries } from '../../rewards/queries/queries.ts'
import { namedTeachers } from '../../rewards/teachers/named.ts'
import { engineBuild, loadEngine } from '../../sim/engine.ts'
import { packageVersion } from '../../viewer/server/package-version.ts'
import { learnerNames } from '../config/learner-sections.ts'
import { methods } from '../methods/methods.ts'
import type { SweepSource } from './file/read-file.ts'
import { planSweep, type SweepPlan } from './plan/plan.ts'

/** Without what computes: that would load all tensors to check one name, which a run checks before anything else. */
const known = {
  task: tasks.map(({ id }) => id),
  method: Object.keys(methods),
  learner: learnerNames,
  teacher: Object.keys(namedTeachers),
  query: Object.keys(queries),
}

export async function planHere(source: SweepSource): Promise<SweepPlan> {
  await loadEngine()
  return planSweep({ source, known, builds: { version: packageVersion(), engine: engineBuild() } })
}
