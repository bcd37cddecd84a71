import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBase, resolveConfig } from '../../../../lab/config/load.ts'
import type { Scalar } from '../../../../lab/sweep/file/schema.ts'
import { overlay } from '../../../../lab/sweep/plan/overlay.ts'

const { layer: base } = readBase('smoke')
const over = overlay({ base, origin: 'a.yaml', known: { teacher: ['oracle', 'skip'] } })

test('settings over a base are what resolving everything anew would give', () => {
  const settings = fc.record(
    {
      seed: fc.nat(),
      labels: fc.nat(1000),
      teacher: fc.constantFrom('oracle', 'skip'),
      'sac.width': fc.integer({ min: 1, max: 9 }),
      'sac.learningRate': fc.double({ min: 1e-6, max: 1, noNaN: true }),
      'reward.width': fc.integer({ min: 1, max: 9 }),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(settings, (chosen) => {
      const entries = Object.entries(chosen) as [string, Scalar][]
      const layer = new Map([...base, ...entries.map(([key, value]) => [key, { value, origin: 'x' }] as const)])
      expect(over(new Map(entries))).toEqual(resolveConfig(layer))
    }),
  )
})

test.each([
  ['sac.width', -1, 'sac.width is -1 (from a.yaml); expected a whole number from'],
  ['teacher', 'skp', 'unknown teacher "skp": did you mean "skip"? Known: oracle, skip. (teacher is from a.yaml)'],
  ['actionRepeat', 3, 'horizon is 40 and actionRepeat 3; expected a multiple'],
] as const)('%s=%s is refused in the words of the configuration', (key, value, message) => {
  expect(() => over(new Map([[key, value]]))).toThrow(message)
})
