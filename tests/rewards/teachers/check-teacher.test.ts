import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../rewards/preference/preference.ts'
import { type BuildTeacher, checkTeacher } from '../../../rewards/teachers/check-teacher.ts'
import type { EvidenceSource } from '../../../rewards/teachers/evidence-store.ts'
import { namedTeachers } from '../../../rewards/teachers/named.ts'
import { scriptedTeacher } from '../../../rewards/teachers/scripted.ts'
import type { Question } from '../../../rewards/teachers/teacher.ts'
import { randomStream } from '../../../sim/random.ts'

const randomOf = (seed: number) => randomStream(seed, 'check')

test.each(Object.entries(namedTeachers))('%s keeps the contract of teachers', async (name, parameters) => {
  await expect(checkTeacher((setting) => scriptedTeacher({ name, parameters, ...setting }), randomOf)).resolves.toBe(
    undefined,
  )
})

/** A teacher that answers by a rule, to be found out. */
function teacherWith(rule: (question: Question, evidence: EvidenceSource, draw: number) => Answer): BuildTeacher {
  return ({ evidence, random }) => ({
    by: 'teacher:faulty',
    answer: async (question) => ({
      answer: rule(question, evidence, random.uniform(0, 1)),
      left: 'first',
      milliseconds: 0,
    }),
  })
}

const returnOf = (evidence: EvidenceSource, ref: Question['first']) =>
  evidence.segment(ref).rewards.reduce((sum, reward) => sum + reward, 0)

const byReturn = ({ first, second }: Question, evidence: EvidenceSource): Answer => {
  const difference = returnOf(evidence, first) - returnOf(evidence, second)
  return difference > 0 ? 'first' : difference < 0 ? 'second' : 'equal'
}

describe('the checker finds', () => {
  test('a teacher of its own kind in order', async () => {
    await expect(checkTeacher(teacherWith(byReturn), randomOf)).resolves.toBe(undefined)
  })

  test('swapped answers', async () => {
    const rule = teacherWith(({ first, second }, evidence) => byReturn({ first: second, second: first }, evidence))
    await expect(checkTeacher(rule, randomOf)).rejects.toThrow(
      'teacher:faulty breaks the contract of teachers: it prefers what is worse at every step (600 of 600).',
    )
  })

  test('a leaning to one side', async () => {
    const rule = teacherWith((question, evidence, draw) => (draw < 0.4 ? 'first' : byReturn(question, evidence)))
    await expect(checkTeacher(rule, randomOf)).rejects.toThrow(
      /it says 'first' \d+ times, and 'second' \d+ times when swapped/,
    )
  })

  test('a preference among copies', async () => {
    const rule = teacherWith(({ first, second }, evidence) =>
      returnOf(evidence, first) >= returnOf(evidence, second) ? 'first' : 'second',
    )
    await expect(checkTeacher(rule, randomOf)).rejects.toThrow('of a segment and its copy it prefers one (600 to 0)')
  })

  test('randomness that was not handed in', async () => {
    let calls = 0
    const rule = teacherWith((question, evidence) => (calls++ % 7 === 0 ? 'skip' : byReturn(question, evidence)))
    await expect(checkTeacher(rule, randomOf)).rejects.toThrow(
      'the same questions and random numbers gave other answers',
    )
  })

  test('a change of the evidence', async () => {
    const rule = teacherWith((question, evidence) => {
      evidence.segment(question.first).rewards[0]! += 1
      return 'equal'
    })
    await expect(checkTeacher(rule, randomOf)).rejects.toThrow('it changes the evidence that it is shown')
  })

  test('an answer that is none', async () => {
    await expect(
      checkTeacher(
        teacherWith(() => 'left' as Answer),
        randomOf,
      ),
    ).rejects.toThrow('a reply is malformed at answer')
  })

  test('a name without its kind', async () => {
    const build: BuildTeacher = (setting) => ({ ...teacherWith(byReturn)(setting), by: 'heron' })
    await expect(checkTeacher(build, randomOf)).rejects.toThrow('a reply is malformed at by: expected person:<name>')
  })
})
