import { expect, test } from 'vitest'
import type { EnvOptions } from '../../envs/contract.ts'
import { makeEnv, tasks } from '../../envs/registry.ts'

test('tasks are sorted, and each makes an environment of its id with its default options', async () => {
  const ids = tasks.map((task) => task.id)
  expect(tasks.filter(({ suite }) => suite === 'metaworld')).toHaveLength(50)
  expect(ids).toEqual([...ids].sort())
  expect(ids).toEqual(expect.arrayContaining(['button-press', 'drawer-open', 'push', 'reach']))
  for (const { id, defaults } of tasks) {
    const env = await makeEnv(id)
    expect(env.id).toBe(id)
    expect(env.options).toEqual({ horizon: 500, physics: 'accurate', actionRepeat: 1, robot: 'panda', ...defaults })
    env.dispose()
  }
  expect(tasks.filter(({ defaults }) => defaults === undefined).length).toBeGreaterThanOrEqual(51)
})

test('a variant is taken by tasks that have it, and named where it is wrong', async () => {
  const env = await makeEnv('avoiding-gripper', { variant: 'test-all' })
  expect(env.options.variant).toBe('test-all')
  env.dispose()
  await expect(makeEnv('avoiding-gripper', { variant: 'test-al' })).rejects.toThrow('did you mean "test-all"?')
  await expect(makeEnv('push', { variant: 'test-all' })).rejects.toThrow(
    'this task has no variants, found variant "test-all": leave it out',
  )
})

test('an unknown task names the nearest and all that are known', async () => {
  await expect(makeEnv('drawr-open')).rejects.toThrow(
    `unknown task "drawr-open": did you mean "drawer-open"? Known: ${tasks.map(({ id }) => id).join(', ')}.`,
  )
  await expect(makeEnv('drawr-open')).rejects.toMatchObject({ name: 'UnknownTaskError' })
})

test('a wrong option is named before anything is built', async () => {
  await expect(makeEnv('push', { horizon: -1 })).rejects.toThrow('horizon is a whole number of at least 1, found -1')
  const misspelt = { actionrepeat: 2 } as Partial<EnvOptions>
  await expect(makeEnv('push', misspelt)).rejects.toThrow('did you mean "actionRepeat"?')
})
