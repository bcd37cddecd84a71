import { expect, test } from 'vitest'
import { metaworldTasks } from '../../../envs/metaworld/tasks.ts'
import { GOALS_PER_TASK, suite, suiteNames, suiteTasks } from '../../../envs/suites/suite.ts'
import { randomStream } from '../../../sim/random.ts'

const known = metaworldTasks.map(({ id }) => id)
const MANY = suiteNames.filter((name) => name !== 'MT1' && name !== 'ML1')

test('there are eight suites, with as many tasks as their names say', () => {
  expect(suiteNames).toEqual(['MT1', 'ML1', 'MT10', 'MT25', 'MT50', 'ML10', 'ML25', 'ML45'])
  for (const name of MANY) {
    const { train, test } = suite(name)
    expect(train).toHaveLength(Number(name.slice(2)))
    expect(test).toHaveLength(name.startsWith('ML') ? 5 : train.length)
  }
})

test('every task of a suite is a task, once; training and testing share none but the one of ML25', () => {
  for (const name of MANY) {
    const { train, test, kind } = suite(name)
    for (const tasks of [train, test]) {
      expect(new Set(tasks).size).toBe(tasks.length)
      expect(known).toEqual(expect.arrayContaining([...tasks]))
    }
    const shared = test.filter((task) => train.includes(task))
    if (kind === 'multi-task') expect(test).toEqual(train)
    else expect(shared).toEqual(name === 'ML25' ? ['basketball'] : [])
  }
  expect([...suite('ML45').train, ...suite('ML45').test].sort()).toEqual([...known].sort())
})

test('MT shows the goal, ML hides it', () => {
  expect(suite('MT1/push')).toEqual({
    id: 'MT1/push',
    kind: 'multi-task',
    train: ['push'],
    test: ['push'],
    goal: 'visible',
  })
  expect(suite('ML1/push')).toMatchObject({ kind: 'meta-learning', train: ['push'], test: ['push'], goal: 'hidden' })
  expect(suite('ML10').goal).toBe('hidden')
})

test('an unknown suite or task names the nearest, and a suite of one task asks for it', () => {
  expect(() => suite('ML46')).toThrow('unknown suite "ML46": did you mean "ML45"?')
  expect(() => suite('MT1/pusch')).toThrow('unknown task "pusch": did you mean "push"?')
  expect(() => suite('ML1')).toThrow('the suite ML1 is of one task: say which, as in ML1/push')
})

test('a task has fifty episodes whose places all differ, the same for the same seed', () => {
  const tasks = suiteTasks(suite('MT10'), { split: 'train', seed: 42 })
  expect(tasks.map(({ task }) => task)).toEqual(suite('MT10').train)
  expect(tasks.map(({ index }) => index)).toEqual(tasks.map((_, i) => i))
  for (const { task, seeds } of tasks) {
    const { place } = metaworldTasks.find(({ id }) => id === task)!
    const places = seeds.map((seed) => JSON.stringify(place(randomStream(seed, `${task}/place`))))
    expect(new Set(places).size, task).toBe(GOALS_PER_TASK)
  }
  expect(suiteTasks(suite('MT10'), { split: 'test', seed: 42 })).toEqual(tasks)
  expect(suiteTasks(suite('MT10'), { split: 'train', seed: 43 })).not.toEqual(tasks)
})

test('ML1 tests on the goals of the next seed', () => {
  const of = suite('ML1/push')
  const test = suiteTasks(of, { split: 'test', seed: 7 })[0]!.seeds
  expect(test).toEqual(suiteTasks(of, { split: 'train', seed: 8 })[0]!.seeds)
  expect(test.filter((seed) => suiteTasks(of, { split: 'train', seed: 7 })[0]!.seeds.includes(seed))).toEqual([])
})
