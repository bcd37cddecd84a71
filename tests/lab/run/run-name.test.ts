import { expect, test } from 'vitest'
import { checkRunName, defaultRunName } from '../../../lab/run/run-name.ts'

test('a run is named after what it does and when it began', () => {
  const at = new Date('2026-11-23T14:05:06.789Z')
  const name = defaultRunName({ task: 'drawer-open', method: 'pebble', seed: 3 }, at)
  expect(name).toBe('drawer-open-pebble-3-20261123-140506')
  expect(checkRunName(name)).toBe(name)
})

test.each(['', '.', '..', '.hidden', 'a/b', 'a\\b', 'a b', 'a:b', 'x'.repeat(200)])(
  '%j is no name for a run',
  (name) => {
    expect(() => checkRunName(name)).toThrow(`found run name "${name}"`)
  },
)
