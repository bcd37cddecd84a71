import { expect, test } from 'vitest'
import { type } from '../../support/command-line.ts'

test('the expert is scored on the test tasks of a suite, for a program and for a person', async () => {
  const { code, stdout } = await type('eval expert --suite ML10 --episodes 1 --json')
  expect(code).toBe(0)
  const score = JSON.parse(stdout)
  expect(score).toMatchObject({ suite: 'ML10', split: 'test', successAny: 1 })
  expect(score.tasks.map(({ task }: { task: string }) => task)).toEqual([
    'drawer-open',
    'door-close',
    'shelf-place',
    'sweep-into',
    'lever-pull',
  ])
  const { stdout: text } = await type('eval expert --suite MT1/reach --episodes 2')
  expect(text).toMatch(/task +episodes .*\nreach +2 .*\n\nMT1\/reach, test: success 100%, at the last step 100%\n$/)
})

test('chance does worse than the expert, and each seed has goals of its own', async () => {
  const score = async (words: string) => JSON.parse((await type(`eval ${words} --episodes 2 --json`)).stdout)
  const random = await score('random --suite ML1/push')
  expect(random.successAny).toBe(0)
  const [first, second] = [
    await score('expert --suite ML1/push --split train --seed 2'),
    await score('expert --suite ML1/push --split test --seed 1'),
  ]
  expect(first.tasks).toEqual(second.tasks)
  expect((await score('expert --suite ML1/push --seed 2')).tasks).not.toEqual(second.tasks)
})

test.each([
  ['eval expert --suite MT11', /unknown suite "MT11".*MT10/],
  ['eval expert --suite ML1', /the suite ML1 is of one task: say which, as in ML1\/push/],
  ['eval expert --suite MT10 --split tset', /unknown split "tset".*test/],
  ['eval expert --suite MT10 --episodes 51', /a task has 50 goals in a suite, found --episodes 51/],
  ['eval exprt --suite MT10', /unknown policy "exprt".*expert/],
  ['eval somewhere --seed 3', /--seed belongs to a suite; add --suite MT10, or leave it out/],
  ['envs --suite ML46', /unknown suite "ML46".*ML45/],
])('%s is an error that says what to type', async (line, message) => {
  const { code, stderr } = await type(line)
  expect(code).toBe(2)
  expect(stderr).toMatch(message)
})

test('rapref envs --suite lists the tasks of both splits', async () => {
  const { stdout } = await type('envs --suite ML10 --json')
  const tasks = JSON.parse(stdout) as { id: string; train: boolean; test: boolean }[]
  expect(tasks).toHaveLength(15)
  expect(tasks.filter(({ test: tested }) => tested)).toHaveLength(5)
  expect(tasks[0]).toEqual({ id: 'reach', train: true, test: false })
})
