import { afterEach, expect, test } from 'vitest'
import { makeEnv } from '../../../../envs/registry.ts'
import { liveWorlds } from '../../../../sim/world.ts'
import type { Actor } from '../../../../viewer/client/drive/actors.ts'
import { createDriver, type Driver } from '../../../../viewer/client/drive/driver.ts'
import { Session } from '../../../../viewer/client/drive/session.ts'

const still = Float32Array.of(0, 0, 0, -1)
const person: Actor = { name: 'person', act: () => still, begin: () => {} }
const problems: string[] = []
let driver: Driver | undefined

function drive(actor: Actor = person): Driver {
  driver = createDriver({
    openSession: async (task, seed) => new Session(await makeEnv(task, { horizon: 30 }), seed),
    actor,
    onProblem: (problem) => problems.push(problem),
  })
  return driver
}

afterEach(() => {
  driver?.session.now?.dispose()
  driver = undefined
  problems.splice(0)
})

test('steps are taken at the pace of the physics, and only while running', async () => {
  const { open, run, advance, attempt } = drive()
  await open('reach', 1)
  await advance(0.1)
  expect(attempt.now?.steps).toBe(0)
  run(true)
  await advance(0.1)
  expect(attempt.now?.steps).toBe(8)
  run(false)
  await advance(0.1)
  expect(attempt.now?.steps).toBe(8)
})

test('the horizon ends the run, and no other can be begun before a reset', async () => {
  const { open, run, reset, advance, attempt, running } = drive()
  await open('reach', 1)
  run(true)
  for (let frame = 0; frame < 8; frame++) await advance(0.1)
  expect(attempt.now).toMatchObject({ steps: 30, over: true })
  expect(running.now).toBe(false)
  run(true)
  expect(running.now).toBe(false)
  reset(2)
  run(true)
  await advance(0.05)
  expect(attempt.now).toMatchObject({ seed: 2, steps: 4 })
  expect(problems).toEqual([])
})

test('an action that was thought of before a reset is not taken after it', async () => {
  let decide = (_: Float32Array) => {}
  const slow: Actor = {
    name: 'slow',
    begin: () => {},
    act: () =>
      new Promise((resolve) => {
        decide = resolve
      }),
  }
  const { open, run, reset, advance, session } = drive(slow)
  await open('reach', 1)
  run(true)
  const thinking = advance(0.1)
  reset(1)
  decide(still)
  await thinking
  expect(session.now?.attempt.steps).toBe(0)
})

test('an actor that fails is said, and stops', async () => {
  const broken: Actor = { name: 'broken', begin: () => {}, act: () => Promise.reject(new Error('39 numbers expected')) }
  const { open, run, advance, running } = drive(broken)
  await open('reach', 1)
  run(true)
  await advance(0.1)
  expect(problems).toEqual(['39 numbers expected'])
  expect(running.now).toBe(false)
})

test('of tasks that are asked for in a row the last one stays, and no world is left behind', async () => {
  const before = liveWorlds()
  const { open, session } = drive()
  await Promise.all([open('reach', 1), open('push', 2), open('button-press', 3)])
  expect(session.now?.env.id).toBe('button-press')
  expect(liveWorlds()).toBe(before + 1)
  await open('nothing', 1)
  expect(problems).toEqual([expect.stringContaining('unknown task "nothing"')])
  expect(liveWorlds()).toBe(before)
})
