// A scripted teacher as a Teacher: looks up the evidence of both segments and answers at once.

import type { RandomStream } from '../contract.ts'
import { answer, type ScriptedTeacher } from './answer.ts'
import type { EvidenceSource } from './evidence-store.ts'
import type { Teacher } from './teacher.ts'

export function scriptedTeacher(options: {
  /** Goes into the log as `teacher:<name>`. */
  readonly name: string
  readonly parameters: ScriptedTeacher
  readonly evidence: EvidenceSource
  readonly random: RandomStream
}): Teacher {
  const { name, parameters, evidence, random } = options
  return {
    by: `teacher:${name}`,
    answer: async ({ first, second }) => ({
      answer: answer({
        first: evidence.segment(first),
        second: evidence.segment(second),
        teacher: parameters,
        context: evidence.context(),
        random,
      }),
      left: 'first',
      milliseconds: 0,
    }),
  }
}
