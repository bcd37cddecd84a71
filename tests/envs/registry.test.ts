import { expect, test } from 'vitest'
import type { EnvOptions } from '../../envs/contract.ts'
import { makeEnv, tasks } from '../../envs/registry.ts'

test('tasks are sorted, and each makes an environment of its id with the default options', async () => {
  const ids = tasks.map((task) => task.id)
  expect(tasks.filter(({ suite }) => suite === 'metaworld')).toHaveLength(50)
  expect(ids).toEqual([...ids].sort())
  expect(ids).toEqual(expect.arrayContaining(['button-press', 'drawer-open', 'push', 'reach']))
  for (const id of ids) {
    const env = await makeEnv(id)
    expect(env.id).toBe(id)
    expect(env.options).toEqual({ horizon: 500, physics: 'accurate', actionRepeat: 1, robot: 'panda' })
    env.dispose()
  }
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
