// Rankings as configurations give them: what is refused, what a sweep changes about them, and the linear reward.

import { describe, expect, test } from 'vitest'
import { makeEnv } from '../../../envs/registry.ts'
import { loadConfig } from '../../../lab/config/load.ts'
import { rankedTasks, taskOrder, usesRanking } from '../../../lab/config/ranking.ts'
import { usedSettings } from '../../../lab/config/render.ts'
import { methodNamed } from '../../../lab/methods/methods.ts'
import { checkRanking, rankedFactors } from '../../../lab/training/ranking.ts'
import { linearReward } from '../../../lab/training/reward-source.ts'
import { makeTeacher } from '../../../lab/training/teacher.ts'
import { seriesNames } from '../../../lab/training/traces.ts'
import { factorValue } from '../../../rewards/factors/factor.ts'
import { EvidenceStore } from '../../../rewards/teachers/evidence-store.ts'
import { randomStream } from '../../../sim/random.ts'

const names = ['open', 'near', 'success']
const configOf = (...overrides: string[]) => loadConfig({ from: 'heron', overrides }).config
const factorsOf = (...overrides: string[]) => rankedFactors(configOf(...overrides), names)
const evidence = {
  rewards: new Float32Array(2),
  terms: { open: Float32Array.of(0.5, 1), near: Float32Array.of(1, 0) },
}

describe('the rankings of the tasks', () => {
  test.each(rankedTasks())('%s names terms that the task has', async (task) => {
    const env = await makeEnv(task)
    const observationSize = env.observationSpace.low.length
    const known = seriesNames({ termNames: env.termNames, observationSize })
    env.dispose()
    const factors = rankedFactors(configOf(`task=${task}`), known)
    expect(factors.length).toBe(taskOrder(task)!.length)
  })

  test('are there for the eight tasks of the sweep', () => {
    expect(rankedTasks()).toEqual(
      expect.arrayContaining(
        'button-press door-open drawer-open peg-insert-side pick-place push reach sweep-into'.split(' '),
      ),
    )
  })

  test('are there for the control tasks, ordered as in the paper', () => {
    const orders = ['ant', 'half-cheetah', 'hopper', 'mountain-car', 'pendulum'].map(taskOrder)
    expect(orders.map((order) => order?.map((level) => level.split(' ')[0]))).toEqual([
      ['alive', 'jointLimits', 'progress', 'feetCollision'],
      ['progress', 'power'],
      ['progress', 'alive', 'power'],
      ['goal', 'control'],
      ['angle', 'velocity', 'torque'],
    ])
  })

  test("are written into the run's configuration, and only where they decide something", () => {
    expect(usedSettings(configOf()).order).toEqual(taskOrder('drawer-open'))
    expect(usedSettings(configOf('order=[near]')).order).toEqual(['near'])
    const other = loadConfig({ from: 'quickstart' }).config
    expect(usesRanking(other)).toBe(false)
    expect(Object.keys(usedSettings(other))).not.toEqual(expect.arrayContaining(['order']))
  })
})

describe('an order that a sweep changes', () => {
  test('two neighbours change places', () => {
    const plain = factorsOf('order=[open, near, success]').map(({ name }) => name)
    expect(plain).toEqual(['open', 'near', 'success'])
    const swapped = factorsOf('order=[open, near, success]', 'ranking.swap=2').map(({ name }) => name)
    expect(swapped).toEqual(['open', 'success', 'near'])
  })

  test('one factor is measured in another unit', () => {
    const values = factorsOf('order=[open, less near]', 'ranking.rescaled=2', 'ranking.by=10').map((factor) =>
      factorValue(factor, evidence),
    )
    expect(values).toEqual([0.75, -5])
  })
})

describe('what is refused', () => {
  test.each([
    [['order=[opne]'], 'order: unknown factor "opne": did you mean "open"?'],
    [['order=[maen(open)]'], 'order: unknown function "maen": did you mean "mean"?'],
    [['order=[open beyond -1]'], 'order: "open beyond -1": the margin is "-1"; expected 0 or more'],
    [['order=[open, near]', 'ranking.swap=2'], 'ranking.swap is 2; expected a level from 1 to 1, or 0 for none'],
    [['order=[open]', 'ranking.rescaled=3'], 'ranking.rescaled is 3; expected a level from 1 to 1, or 0 for none'],
    [['task=window-open'], 'there is no order of factors, and window-open has no ranking of its own'],
  ])('%j', (overrides, message) => {
    expect(() => factorsOf(...overrides)).toThrow(message)
  })

  test.each([
    ['order=[]', 'order is [] (from the command line); expected a list with at least one entry'],
    ['order=open', 'order is "open" (from the command line); expected a list with at least one entry'],
    ['order=[1]', 'order is [1] (from the command line)'],
    ['ranking.margin=-1', 'ranking.margin is -1 (from the command line); expected a number from 0'],
  ])('%s', (override, message) => {
    expect(() => configOf(override)).toThrow(message)
  })

  test('HERON without a teacher that ranks', () => {
    expect(() => checkRanking(configOf('teacher=oracle'), methodNamed('heron'))).toThrow(
      'teacher is oracle and method=heron learns from a ranking; type teacher=tree',
    )
  })

  test('a harmonic mean of anything but two factors of which more is better', () => {
    const make = (order: string) => () =>
      makeTeacher({
        config: configOf('teacher=harmonic', order),
        evidence: new EvidenceStore({ capacity: 10 }),
        random: randomStream(1, 'teacher'),
        seriesNames: names,
      })
    expect(make('order=[open]')).toThrow('teacher=harmonic weighs two factors of which more is better; found 1')
    expect(make('order=[open, less near]')).toThrow('found "less near"')
    expect(make('order=[open, near]')()?.by).toBe('teacher:harmonic')
  })
})

test('the linear reward weighs each level beta as heavily as the one before, step by step', async () => {
  const reward = linearReward(factorsOf('order=[open, near]'), 0.5)
  const round = { seeds: [1], seen: [], evidence: [evidence], success: [false], successLast: [false] }
  const [rewards] = (await reward.of(round, 'policy'))!
  expect(rewards![0]).toBeCloseTo((0.5 + 0.5 * 1) / 1.5, 6)
  expect(rewards![1]).toBeCloseTo(1 / 1.5, 6)
})
