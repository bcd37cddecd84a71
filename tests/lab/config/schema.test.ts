import { expect, test } from 'vitest'
import { configSchema } from '../../../lab/config/schema.ts'

test('a configuration is complete without any setting', () => {
  const defaults = configSchema.parse({})
  expect(defaults).toMatchObject({ task: 'drawer-open', seed: 1, sac: { width: 256 }, session: { labels: 50 } })
})

test('what is not in the schema is refused', () => {
  expect(configSchema.safeParse({ sed: 1 }).success).toBe(false)
  expect(configSchema.safeParse({ sac: { wdth: 1 } }).success).toBe(false)
})
