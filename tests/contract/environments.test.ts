// Every registered task keeps the contract, in both physics modes. A new task adds its own tests by being registered.

import { afterAll, describe, expect, it } from 'vitest'
import { checkEnv, envChecks } from '../../envs/check.ts'
import { makeEnv, tasks } from '../../envs/registry.ts'
import { liveWorlds } from '../../sim/world.ts'
import { startOtherProcess } from '../support/other-process.ts'

const other = startOtherProcess()
afterAll(() => other.end())

it('finds tasks to check and checks to run', () => {
  expect(tasks.length).toBeGreaterThanOrEqual(4)
  expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length)
  expect(envChecks.length).toBeGreaterThanOrEqual(24)
})

describe.each(tasks.map(({ id }) => id))('%s', (id) => {
  it.each(['accurate', 'fast'] as const)('keeps the contract (%s)', async (physics) => {
    const results = await checkEnv({
      make: (options) => makeEnv(id, { physics, ...options }),
      live: liveWorlds,
      elsewhere: (recording) => other.verify(recording),
    })
    expect(results.filter(({ fault }) => fault !== undefined)).toEqual([])
    expect(results.length).toBe(envChecks.length)
    expect(liveWorlds()).toBe(0)
  })
})
