// Who answers, as a configuration names them; undefined where a person answers alone.

import type { RandomStream } from '../../rewards/contract.ts'
import type { Factor } from '../../rewards/factors/factor.ts'
import type { EvidenceSource } from '../../rewards/teachers/evidence-store.ts'
import { harmonicTeacher } from '../../rewards/teachers/harmonic.ts'
import { namedTeachers, type TeacherName } from '../../rewards/teachers/named.ts'
import { scriptedTeacher } from '../../rewards/teachers/scripted.ts'
import type { Teacher } from '../../rewards/teachers/teacher.ts'
import { TreeTeacher } from '../../rewards/teachers/tree.ts'
import type { Config } from '../config/schema.ts'
import { asksPerson } from '../config/teachers.ts'
import { UserError } from '../errors/user-error.ts'
import { rankedFactors } from './ranking.ts'

export interface TeacherOptions {
  readonly config: Config
  readonly evidence: EvidenceSource
  readonly random: RandomStream
  /** Names of all terms and traces that the evidence has. */
  readonly seriesNames: readonly string[]
}

/** @throws UserError where a ranking cannot be applied to this task */
export function makeTeacher({ config, evidence, random, seriesNames }: TeacherOptions): Teacher | undefined {
  const name = asksPerson(config) ? config.person.helper : config.teacher
  const { ties, weight } = config.ranking
  switch (name) {
    case 'none':
      return undefined
    case 'tree':
      return new TreeTeacher({ factors: rankedFactors(config, seriesNames), ties, evidence })
    case 'harmonic':
      return harmonicTeacher({ factors: subScores(rankedFactors(config, seriesNames)), weight, ties, evidence })
    default:
      return scriptedTeacher({ name, parameters: namedTeachers[name as TeacherName], evidence, random })
  }
}

function subScores(factors: readonly Factor[]): readonly [Factor, Factor] {
  const [one, other] = factors
  const less = factors.find(({ better }) => better === 'less')
  if (one && other && factors.length === 2 && !less) return [one, other]
  const found = less ? `"less ${less.name}"` : `${factors.length}`
  throw new UserError(
    `teacher=harmonic weighs two factors of which more is better; found ${found}. Type order=[open, near], for example, ` +
      'and 1 - path-length for less of something',
  )
}
