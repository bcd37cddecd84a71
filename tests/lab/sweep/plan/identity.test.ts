import { expect, test } from 'vitest'
import { configSchema } from '../../../../lab/config/schema.ts'
import { runIdentity, versionClass } from '../../../../lab/sweep/plan/identity.ts'

const config = configSchema.parse({})
const builds = { version: '0.1.0', engine: 'rapier 1' }
const id = runIdentity(config, builds)

test('an identity is twelve hexadecimal digits, and the order of settings does not matter', () => {
  expect(id).toMatch(/^[0-9a-f]{12}$/)
  const turned = Object.fromEntries(Object.entries(config).reverse()) as typeof config
  expect(runIdentity(turned, builds)).toBe(id)
})

test.each([
  ['the seed', runIdentity({ ...config, seed: 2 }, builds)],
  ['a setting in a section', runIdentity({ ...config, sac: { ...config.sac, width: 8 } }, builds)],
  ['the engine build', runIdentity(config, { ...builds, engine: 'rapier 2' })],
  ['the minor version', runIdentity(config, { ...builds, version: '0.2.0' })],
])('%s changes it', (_, other) => {
  expect(other).not.toBe(id)
})

test('a patch release and the settings of another learner do not', () => {
  expect(runIdentity(config, { ...builds, version: '0.1.9' })).toBe(id)
  expect(runIdentity({ ...config, ppo: { ...config.ppo, batch: 7 } }, builds)).toBe(id)
  expect(versionClass('12.3.4')).toBe('12.3')
})
