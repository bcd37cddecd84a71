import { expect, test } from 'vitest'
import { packageVersion } from '../../../viewer/server/package-version.ts'

test('the version is that of the package', () => {
  expect(packageVersion()).toMatch(/^\d+\.\d+\.\d+/)
})
