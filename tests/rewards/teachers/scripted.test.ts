import { expect, test } from 'vitest'
import { preferenceSchema } from '../../../rewards/preference/preference.ts'
import { EvidenceStore } from '../../../rewards/teachers/evidence-store.ts'
import { namedTeachers } from '../../../rewards/teachers/named.ts'
import { scriptedTeacher } from '../../../rewards/teachers/scripted.ts'
import { preferenceOf } from '../../../rewards/teachers/teacher.ts'
import { randomStream } from '../../../sim/random.ts'

const evidence = new EvidenceStore({ capacity: 100 })
evidence.add('a', { rewards: Float32Array.of(0, 0, 5, 5), terms: {} })

const question = {
  first: { episode: 'a', start: 0, length: 2 },
  second: { episode: 'a', start: 2, length: 2 },
}

test('a scripted teacher answers from the evidence, and its answer fits the log', async () => {
  const teacher = scriptedTeacher({
    name: 'oracle',
    parameters: namedTeachers.oracle,
    evidence,
    random: randomStream(1, 'teacher'),
  })
  const reply = await teacher.answer(question)
  expect(reply).toEqual({ answer: 'second', left: 'first', milliseconds: 0 })
  const preference = preferenceOf(teacher, question, reply, '2024-05-01T12:00:00.000Z')
  expect(preferenceSchema.parse(preference)).toEqual({
    ...question,
    ...reply,
    by: 'teacher:oracle',
    at: '2024-05-01T12:00:00.000Z',
  })
})

test('thresholds follow the episodes that arrive', async () => {
  const store = new EvidenceStore({ capacity: 1000, contextEpisodes: 1 })
  store.add('a', { rewards: Float32Array.of(0, 0, 1, 1), terms: {} })
  const teacher = scriptedTeacher({
    name: 'skip',
    parameters: namedTeachers.skip,
    evidence: store,
    random: randomStream(1, 'teacher'),
  })
  expect((await teacher.answer(question)).answer).toBe('second')
  store.add('b', { rewards: new Float32Array(4).fill(50), terms: {} })
  expect((await teacher.answer(question)).answer).toBe('skip')
})
