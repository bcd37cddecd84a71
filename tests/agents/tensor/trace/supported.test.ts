import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kernelFamilies, supportedKernels, supportedTable } from '../../../../agents/tensor/trace/supported.ts'

test('SUPPORTED.md lists what the code supports', () => {
  const written = readFileSync(new URL('../../../../agents/tensor/SUPPORTED.md', import.meta.url), 'utf8')
  expect(written).toBe(supportedTable())
})

test('each kernel belongs to one family', () => {
  const names = Object.values(kernelFamilies).flatMap((kernels) => Object.keys(kernels))
  expect(new Set(names).size).toBe(names.length)
  expect(supportedKernels()).toEqual(names.sort())
})
