import { describe, expect, test } from 'vitest'
import { configSchema } from '../../../lab/config/schema.ts'
import {
  evaluationDue,
  isExploring,
  isFinished,
  isPretraining,
  noCounts,
  relabellingDue,
  sessionDue,
  sessionSize,
} from '../../../lab/training/counters.ts'

const config = configSchema.parse({
  labels: 60,
  steps: 10_000,
  session: { first: 10, labels: 25, every: 1000 },
  exploration: { steps: 1500 },
  pretraining: { steps: 500 },
  evaluation: { every: 3000, confirm: 2 },
})
const at = (counts: Partial<ReturnType<typeof noCounts>>) => ({ ...noCounts(), ...counts })

describe('the schedule of a run', () => {
  test('explores until its steps are used', () => {
    expect(isExploring(at({ steps: 1499 }), config)).toBe(true)
    expect(isExploring(at({ steps: 1500 }), config)).toBe(false)
  })

  test('pretrains behind exploration until its own steps are used', () => {
    expect(isPretraining(at({ steps: 1999 }), config)).toBe(true)
    expect(isPretraining(at({ steps: 2000 }), config)).toBe(false)
  })

  test('brings fading rewards up to date where sessions would be, from the first session on', () => {
    expect(relabellingDue(at({ steps: 9000 }), config)).toBe(false)
    expect(relabellingDue(at({ steps: 2999, relabellings: 1 }), config)).toBe(false)
    expect(relabellingDue(at({ steps: 3000, relabellings: 1 }), config)).toBe(true)
    expect(relabellingDue(at({ steps: 9000, relabellings: 8 }), config)).toBe(false)
  })

  test('asks first when exploration and pretraining end, then at equal distances', () => {
    expect(sessionDue(at({ steps: 1999 }), config)).toBe(false)
    expect(sessionDue(at({ steps: 2000 }), config)).toBe(true)
    expect(sessionDue(at({ steps: 2999, sessions: 1 }), config)).toBe(false)
    expect(sessionDue(at({ steps: 3000, sessions: 1 }), config)).toBe(true)
  })

  test('never asks for more than the budget has left', () => {
    expect(sessionSize(at({}), config)).toBe(10)
    expect(sessionSize(at({ sessions: 1, questions: 10 }), config)).toBe(25)
    expect(sessionSize(at({ sessions: 3, questions: 50 }), config)).toBe(10)
    expect(sessionDue(at({ steps: 9000, sessions: 3, questions: 60 }), config)).toBe(false)
  })

  test('evaluates at equal distances after exploration', () => {
    expect(evaluationDue(at({ steps: 4499 }), config)).toBe(false)
    expect(evaluationDue(at({ steps: 4500 }), config)).toBe(true)
    expect(evaluationDue(at({ steps: 4500, evaluations: 1 }), config)).toBe(false)
  })

  test('ends with the budget, or when good evaluations are confirmed', () => {
    expect(isFinished(at({ steps: 9999, goodEvaluations: 1 }), config)).toBe(false)
    expect(isFinished(at({ steps: 9999, goodEvaluations: 2 }), config)).toBe(true)
    expect(isFinished(at({ steps: 10_000 }), config)).toBe(true)
  })
})
