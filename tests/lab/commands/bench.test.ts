import { expect, test } from 'vitest'
import { type } from '../../support/command-line.ts'

test('an unknown bench lists the known ones', async () => {
  const { code, stderr } = await type('bench siim')
  expect(code).toBe(2)
  expect(stderr).toBe('rapref: unknown bench "siim": did you mean "sim"? Known: sim, update.\n')
})
