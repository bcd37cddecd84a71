import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Evidence, RandomStream } from '../../../rewards/contract.ts'
import {
  type AnswerQuestion,
  answer,
  discountedReturn,
  scriptedTeacherSchema,
} from '../../../rewards/teachers/answer.ts'
import { namedTeachers } from '../../../rewards/teachers/named.ts'
import { randomStream } from '../../../sim/random.ts'

const context = { meanEpisodeReturn: 100, episodeLength: 50 }

function evidence(...rewards: number[]): Evidence {
  return { rewards: Float32Array.from(rewards), terms: {} }
}

function ask(change: Partial<AnswerQuestion> & Pick<AnswerQuestion, 'first' | 'second'>) {
  return answer({ teacher: namedTeachers.oracle, context, random: randomStream(1, 'teacher'), ...change })
}

/** Share of `first` over many answers to one question. */
function shareOfFirst(
  change: Partial<AnswerQuestion> & Pick<AnswerQuestion, 'first' | 'second'>,
  count = 4000,
): number {
  const random = randomStream(3, 'teacher')
  let firsts = 0
  for (let i = 0; i < count; i++) firsts += ask({ ...change, random }) === 'first' ? 1 : 0
  return firsts / count
}

const reward = fc.integer({ min: -8, max: 8 }).map((eighths) => eighths / 8)
const segments = fc.integer({ min: 1, max: 12 }).chain((length) => fc.tuple(rewardsOf(length), rewardsOf(length)))

function rewardsOf(length: number) {
  return fc.array(reward, { minLength: length, maxLength: length })
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('the oracle', () => {
  test('always prefers the larger return, and calls an exact tie equal', () => {
    fc.assert(
      fc.property(segments, ([a, b]) => {
        const expected = sum(a) > sum(b) ? 'first' : sum(a) < sum(b) ? 'second' : 'equal'
        expect(ask({ first: evidence(...a), second: evidence(...b) })).toBe(expected)
      }),
    )
  })

  test('does not need to know how well the robot does', () => {
    const unknown = { meanEpisodeReturn: Number.NaN, episodeLength: Number.NaN }
    expect(ask({ first: evidence(2), second: evidence(1), context: unknown })).toBe('first')
  })
})

describe('every named teacher', () => {
  test.each(Object.entries(namedTeachers))('%s is a valid record', (_, teacher) => {
    expect(scriptedTeacherSchema.parse(teacher)).toEqual(teacher)
  })

  test.each(
    Object.entries(namedTeachers).filter(([, { mistake, rationality }]) => !mistake && rationality === Infinity),
  )('%s gives the mirrored answer when the segments are swapped', (_, teacher) => {
    const mirrored = { first: 'second', second: 'first', equal: 'equal', skip: 'skip' }
    const small = { meanEpisodeReturn: 5, episodeLength: 12 }
    fc.assert(
      fc.property(segments, ([a, b]) => {
        const [first, second] = [evidence(...a), evidence(...b)]
        const swapped = ask({ teacher, first: second, second: first, context: small })
        expect(ask({ teacher, first, second, context: small })).toBe(mirrored[swapped])
      }),
    )
  })

  test.each(Object.entries(namedTeachers))('%s draws two random numbers whatever the answer', (_, teacher) => {
    fc.assert(
      fc.property(segments, ([a, b]) => {
        const [random, twice] = [randomStream(5, 'teacher'), randomStream(5, 'teacher')]
        ask({ teacher, first: evidence(...a), second: evidence(...b), random })
        twice.uniform(0, 1)
        twice.uniform(0, 1)
        expect(random.state()).toEqual(twice.state())
      }),
    )
  })
})

describe('mistake', () => {
  test.each([0.1, 0.35])('%f turns that share of the answers round', (mistake) => {
    const teacher = { ...namedTeachers.oracle, mistake }
    const share = shareOfFirst({ teacher, first: evidence(1), second: evidence(0) })
    expect(Math.abs(share - (1 - mistake))).toBeLessThan(0.025)
  })

  test('1 turns every answer round', () => {
    const teacher = { ...namedTeachers.oracle, mistake: 1 }
    expect(ask({ teacher, first: evidence(1), second: evidence(0) })).toBe('second')
  })

  test('leaves equal and skipped answers alone', () => {
    const teacher = { ...namedTeachers.oracle, mistake: 1, equal: 0.5, skip: 0.2 }
    expect(ask({ teacher, first: evidence(1, 1), second: evidence(0.9, 1) })).toBe('equal')
    expect(ask({ teacher, first: evidence(0.1), second: evidence(0.3) })).toBe('skip')
  })
})

describe('rationality', () => {
  test.each([
    [1, 0.5],
    [0.5, 2],
    [3, -0.3],
  ])('%f chooses by a logistic curve of the difference %f', (rationality, difference) => {
    const teacher = { ...namedTeachers.oracle, rationality }
    const expected = 1 / (1 + Math.exp(-rationality * difference))
    const share = shareOfFirst({ teacher, first: evidence(difference, 0), second: evidence(0, 0) })
    expect(Math.abs(share - expected)).toBeLessThan(0.025)
  })

  test('is blind to the side: swapping the segments mirrors the shares', () => {
    const teacher = namedTeachers.noisy
    const [a, b] = [evidence(1, 0.2), evidence(0.5, 0.5)]
    const there = shareOfFirst({ teacher, first: a, second: b })
    const back = shareOfFirst({ teacher, first: b, second: a })
    expect(Math.abs(there + back - 1)).toBeLessThan(0.04)
  })

  test('of huge differences neither overflows nor hesitates', () => {
    const share = shareOfFirst({ teacher: namedTeachers.noisy, first: evidence(1e6), second: evidence(-1e6) }, 50)
    expect(share).toBe(1)
  })
})

describe('discount', () => {
  test('weighs step t of H by discount^(H - 1 - t): the end counts most', () => {
    expect(discountedReturn(Float32Array.of(1, 0, 0), 0.5)).toBe(0.25)
    expect(discountedReturn(Float32Array.of(0, 0, 1), 0.5)).toBe(1)
    expect(discountedReturn(Float32Array.of(1, 2, 3), 1)).toBe(6)
  })

  test('lets a smaller return win that comes later', () => {
    const first = evidence(3, 0, 0, 0)
    const second = evidence(0, 0, 0, 2.5)
    expect(ask({ first, second })).toBe('first')
    expect(ask({ first, second, teacher: { ...namedTeachers.oracle, discount: 0.9 } })).toBe('second')
  })

  test('makes moving a reward to a later step better, never worse', () => {
    const position = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(position, position, (early, late) => {
        const at = (step: number) => evidence(...Array.from({ length: 10 }, (_, i) => (i === step ? 1 : 0)))
        const expected = early > late ? 'first' : early < late ? 'second' : 'equal'
        expect(ask({ teacher: namedTeachers.myopic, first: at(early), second: at(late) })).toBe(expected)
      }),
    )
  })
})

describe('thresholds', () => {
  // A mean return of 100 over 50 steps is 2 a step: 4 for a segment of 2 steps, of which a tenth is 0.4.
  test('skip when both returns are at most that share of the mean return for as many steps', () => {
    const teacher = namedTeachers.skip
    expect(ask({ teacher, first: evidence(0.25, 0.125), second: evidence(0, 0) })).toBe('skip')
    expect(ask({ teacher, first: evidence(0.25, 0.25), second: evidence(0, 0) })).toBe('first')
    expect(ask({ teacher, first: evidence(0, 0), second: evidence(0.25, 0.25) })).toBe('second')
  })

  test('equal when the returns differ by less than that share', () => {
    const teacher = namedTeachers.equal
    expect(ask({ teacher, first: evidence(3, 3.375), second: evidence(3, 3) })).toBe('equal')
    expect(ask({ teacher, first: evidence(3, 3.5), second: evidence(3, 3) })).toBe('first')
  })

  test('are applied once, at every mean return, length and share', () => {
    const shares = fc.constantFrom(0.05, 0.1, 0.25)
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 20 }), (share, mean, length) => {
        const setting = { meanEpisodeReturn: mean, episodeLength: 100 }
        const once = (share * mean * length) / 100
        const segment = (total: number) => evidence(...Array.from({ length }, () => total / length))
        const [below, above, zero] = [segment(0.98 * once), segment(1.02 * once), segment(0)]
        const skip = { ...namedTeachers.oracle, skip: share }
        expect(ask({ teacher: skip, first: below, second: zero, context: setting })).toBe('skip')
        expect(ask({ teacher: skip, first: above, second: zero, context: setting })).toBe('first')
        const equal = { ...namedTeachers.oracle, equal: share }
        expect(ask({ teacher: equal, first: below, second: zero, context: setting })).toBe('equal')
        expect(ask({ teacher: equal, first: above, second: zero, context: setting })).toBe('first')
      }),
    )
  })

  test('look at plain returns, also for a myopic teacher', () => {
    const teacher = { ...namedTeachers.myopic, equal: 0.1 }
    expect(ask({ teacher, first: evidence(3, 0), second: evidence(0, 3) })).toBe('equal')
  })

  test('rise with the mean return, so that a better robot has more pairs skipped', () => {
    const [first, second, teacher] = [evidence(1, 1), evidence(0, 0), namedTeachers.skip]
    expect(ask({ teacher, first, second, context: { ...context, meanEpisodeReturn: 400 } })).toBe('first')
    expect(ask({ teacher, first, second, context: { ...context, meanEpisodeReturn: 600 } })).toBe('skip')
  })

  test.each(['skip', 'equal'] as const)('%s of a negative mean return is refused, not guessed', (name) => {
    const bad = { meanEpisodeReturn: -3, episodeLength: 50 }
    expect(() => ask({ teacher: namedTeachers[name], first: evidence(1), second: evidence(2), context: bad })).toThrow(
      "which must not be negative; found -3 over 50 steps. Use a teacher without thresholds, such as 'oracle'.",
    )
  })
})

test('the evidence is only read', () => {
  const frozen = { rewards: Float32Array.of(1, 2), terms: {} }
  const random: RandomStream = randomStream(1, 'teacher')
  for (const teacher of Object.values(namedTeachers)) ask({ teacher, first: frozen, second: frozen, random })
  expect([...frozen.rewards]).toEqual([1, 2])
})

test('a record out of range is refused by the schema', () => {
  expect(scriptedTeacherSchema.safeParse({ ...namedTeachers.oracle, mistake: 1.5 }).success).toBe(false)
  expect(scriptedTeacherSchema.safeParse({ ...namedTeachers.oracle, rationality: 0 }).success).toBe(false)
  expect(scriptedTeacherSchema.safeParse({ ...namedTeachers.oracle, discount: 0 }).success).toBe(false)
})
