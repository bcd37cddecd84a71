// Does a learner keep the contract? The same checks for every line of agents/learners.ts, on the toy of its kind.

import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect } from 'vitest'
import { z } from 'zod'
import type { ActMode, Learner, LearnerEntry } from '../../agents/contract.ts'
import { LossError } from '../../agents/errors.ts'
import { cpuExecutor } from '../../agents/tensor/executors/cpu.ts'
import { liveSessions } from '../../agents/tensor/executors/live-sessions.ts'
import { type RandomStream, randomStream } from '../../sim/random.ts'
import type { Toy, ToyLesson } from './toys/toy.ts'

export interface LearnerSubject {
  readonly entry: LearnerEntry
  readonly toy: Toy
  readonly lesson: ToyLesson<unknown>
}

export interface LearnerCheck {
  /** What should hold, as it follows the learner's name. */
  readonly name: string
  check(subject: LearnerSubject): Promise<void>
}

/** A few updates: enough for delayed ones to have happened. */
const SOME = 5

interface Student {
  readonly learner: Learner
  /** The learner's own numbers, and those that the data is drawn with. */
  readonly own: RandomStream
  readonly data: RandomStream
}

/** Runs `work` with learners of a seed each, and disposes of them whatever happens. */
async function withStudents(
  { entry, toy, lesson }: LearnerSubject,
  seeds: readonly number[],
  work: (...students: Student[]) => Promise<void>,
): Promise<void> {
  const settings = entry.settings.parse(lesson.settings)
  const students: Student[] = []
  try {
    for (const seed of seeds) {
      const own = randomStream(seed, 'learner')
      const learner = await entry.create({ sizes: toy.sizes, settings, executor: cpuExecutor, random: own })
      students.push({ learner, own, data: randomStream(seed, 'toy') })
    }
    await work(...students)
  } finally {
    for (const { learner } of students) await learner.dispose()
  }
}

/** @returns [count, observation], each number in [-1, 1) */
function someObservations({ toy }: LearnerSubject, count: number): Float32Array {
  const random = randomStream(11, 'observations')
  return Float32Array.from({ length: count * toy.sizes.observation }, () => random.uniform(-1, 1))
}

async function actions(learner: Learner, observations: Float32Array, mode: ActMode): Promise<number[]> {
  return [...(await learner.act(observations, observations.length / learner.observationSize, mode))]
}

function study({ toy }: LearnerSubject, { learner, data }: Student, rounds = SOME): Promise<void> {
  return toy.study(learner, { random: data, rounds })
}

const identity: readonly LearnerCheck[] = [
  {
    name: 'says who it is, where it comes from, and what sizes it has',
    async check(subject) {
      const { entry, toy } = subject
      expect(entry.title).not.toBe('')
      expect(entry.source).toMatch(/\d{4}/)
      await withStudents(subject, [1], async ({ learner }) => {
        expect(learner.id).toBe(entry.id)
        expect([learner.observationSize, learner.actionSize]).toEqual([toy.sizes.observation, toy.sizes.action])
      })
    },
  },
  {
    name: 'has a default and a description for every setting, and refuses others',
    async check({ entry }) {
      const { properties = {} } = z.toJSONSchema(entry.settings, { io: 'input' })
      expect(Object.keys(properties).length).toBeGreaterThan(3)
      for (const [name, setting] of Object.entries(properties)) {
        expect(setting, name).toMatchObject({
          default: expect.anything(),
          description: expect.stringMatching(/^[A-Z]/),
        })
      }
      expect(entry.settings.safeParse({}).success).toBe(true)
      expect(entry.settings.safeParse({ unknown: 1 }).success).toBe(false)
    },
  },
]

const acting: readonly LearnerCheck[] = [
  {
    name: 'acts in range, and the same twice without noise',
    async check(subject) {
      await withStudents(subject, [1], async (student) => {
        await study(subject, student)
        const observations = someObservations(subject, 20)
        const best = await actions(student.learner, observations, 'exploit')
        expect(best).toHaveLength(20 * subject.toy.sizes.action)
        expect(best.filter((action) => !(Math.abs(action) <= 1))).toEqual([])
        expect(await actions(student.learner, observations, 'exploit')).toEqual(best)
      })
    },
  },
  {
    name: 'explores with noise: in range, unless it is on-policy and must see what it chose',
    async check(subject) {
      await withStudents(subject, [1], async ({ learner }) => {
        const observations = someObservations(subject, 20)
        const tried = await actions(learner, observations, 'explore')
        expect(tried).toHaveLength(20 * subject.toy.sizes.action)
        expect(await actions(learner, observations, 'explore')).not.toEqual(tried)
        const limit = subject.entry.kind === 'on-policy' ? Number.MAX_VALUE : 1
        expect(tried.filter((action) => !(Math.abs(action) <= limit))).toEqual([])
      })
    },
  },
  {
    name: 'acts for one observation as it does for it among others',
    async check(subject) {
      await withStudents(subject, [1], async (student) => {
        await study(subject, student)
        const observations = someObservations(subject, 3)
        const together = await actions(student.learner, observations, 'exploit')
        const { observation, action } = subject.toy.sizes
        const last = await actions(student.learner, observations.slice(2 * observation), 'exploit')
        last.forEach((value, i) => {
          expect(value).toBeCloseTo(together[2 * action + i]!, 5)
        })
      })
    },
  },
  {
    name: 'exports a policy with which any ONNX runtime acts as it does itself',
    async check(subject) {
      await withStudents(subject, [1], async (student) => {
        await study(subject, student)
        const session = await InferenceSession.create(student.learner.exportPolicy())
        const seen = someObservations(subject, 1)
        const { action } = await session.run({ observation: new Tensor('float32', seen, [1, seen.length]) })
        await session.release()
        expect(action!.dims).toEqual([1, subject.toy.sizes.action])
        const own = await actions(student.learner, seen, 'exploit')
        own.forEach((value, i) => {
          expect(action!.data[i]).toBeCloseTo(value, 5)
        })
      })
    },
  },
]

const repeating: readonly LearnerCheck[] = [
  {
    name: 'learns bit for bit the same from the same seed, and something else from another',
    async check(subject) {
      await withStudents(subject, [1, 1, 2], async (first, twin, other) => {
        for (const student of [first, twin, other]) await study(subject, student)
        expect(twin.learner.save()).toEqual(first.learner.save())
        expect(other.learner.save()).not.toEqual(first.learner.save())
      })
    },
  },
  {
    name: 'goes on bit for bit after saving and loading',
    async check(subject) {
      await withStudents(subject, [1, 2], async (through, resumed) => {
        await study(subject, through)
        resumed.learner.load(through.learner.save())
        resumed.own.restore(through.own.state())
        resumed.data.restore(through.data.state())
        for (const student of [through, resumed]) await study(subject, student)
        expect(resumed.learner.save()).toEqual(through.learner.save())
        const observations = someObservations(subject, 2)
        const best = await actions(through.learner, observations, 'exploit')
        expect(await actions(resumed.learner, observations, 'exploit')).toEqual(best)
      })
    },
  },
  {
    name: 'saves copies that later updates leave alone, and names what a saved learner lacks',
    async check(subject) {
      await withStudents(subject, [1], async (student) => {
        const saved = student.learner.save()
        const before = structuredClone(saved)
        await study(subject, student)
        expect(saved).toEqual(before)
        expect(student.learner.save()).not.toEqual(before)
        const { step: _, ...rest } = saved
        expect(() => student.learner.load(rest)).toThrow(`saved learner lacks 'step'; found ${Object.keys(rest)[0]}`)
      })
    },
  },
  {
    name: 'closes every session that it opened',
    async check(subject) {
      const before = liveSessions()
      await withStudents(subject, [1], async (student) => {
        await study(subject, student)
        for (const count of [1, 4])
          for (const mode of ['explore', 'exploit'] as const)
            await actions(student.learner, someObservations(subject, count), mode)
        expect(liveSessions()).toBeGreaterThanOrEqual(before + 5)
      })
      expect(liveSessions()).toBe(before)
    },
  },
]

const learning: readonly LearnerCheck[] = [
  {
    name: 'learns its toy',
    async check(subject) {
      const { toy, lesson } = subject
      await withStudents(subject, [1], async (student) => {
        expect(await toy.miss(student.learner)).toBeGreaterThan(2 * lesson.bound)
        await study(subject, student, lesson.rounds)
        expect(await toy.miss(student.learner)).toBeLessThan(lesson.bound)
      })
    },
  },
  {
    name: 'stops at numbers that are none, and names learner and loss',
    async check(subject) {
      const { toy, entry } = subject
      for (const spoil of toy.inputs) {
        await withStudents(subject, [1], async (student) => {
          await study(subject, student)
          // What a rectifier swallows at first is in the parameters an update later.
          const spoilt = toy.study(student.learner, { random: student.data, rounds: 2, spoil })
          const error = await spoilt.then(
            () => undefined,
            (reason: unknown) => reason,
          )
          expect(error, spoil).toBeInstanceOf(LossError)
          expect(error).toMatchObject({ learner: entry.id, loss: expect.stringMatching(/\w/), value: Number.NaN })
        })
      }
    },
  },
]

export const learnerChecks: readonly LearnerCheck[] = [...identity, ...acting, ...repeating, ...learning]
