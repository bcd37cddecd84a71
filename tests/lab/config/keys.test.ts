import { describe, expect, test } from 'vitest'
import { configKeys, configSections } from '../../../lab/config/keys.ts'
import { configSchema } from '../../../lab/config/schema.ts'

describe('the keys of the configuration', () => {
  test('say what they mean, what may stand there, and what stands there by default or could', () => {
    for (const { key, describe, expected, fallback, example = fallback } of configKeys.values()) {
      expect(describe, key).not.toBe('')
      expect(expected, key).not.toContain('undefined')
      expect(example, key).toBeDefined()
    }
  })

  test('are exactly those that a configuration has', () => {
    const flat = Object.entries(configSchema.parse({ order: ['near'] })).flatMap(([key, value]) =>
      typeof value === 'object' && !Array.isArray(value) ? Object.keys(value).map((name) => `${key}.${name}`) : [key],
    )
    expect([...configKeys.keys()].sort()).toEqual(flat.sort())
    expect(configSections.map((section) => section.key)).toContain('sac')
  })

  test('word their limits as a person would', () => {
    expect(configKeys.get('sac.width')?.expected).toBe('a whole number from 1 to 4096')
    expect(configKeys.get('sac.tau')?.expected).toBe('a number above 0 to 1')
    expect(configKeys.get('physics')?.expected).toBe('one of accurate, fast')
  })
})
