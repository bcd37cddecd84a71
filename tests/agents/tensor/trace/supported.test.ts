import { expect, test } from 'vitest'
import { kernelFamilies, nearestKernels, supportedKernels } from '../../../../agents/tensor/trace/supported.ts'

test('each kernel belongs to one family', () => {
  const names = Object.values(kernelFamilies).flatMap((kernels) => Object.keys(kernels))
  expect(new Set(names).size).toBe(names.length)
  expect(supportedKernels()).toEqual(names.sort())
})

test('a kernel that is not supported has neighbours by name', () => {
  expect(nearestKernels('AvgPool3D', 2)).toEqual(['AvgPool', 'AvgPoolGrad'])
  expect(nearestKernels('FusedDepthwiseConv2D')[0]).toBe('DepthwiseConv2dNative')
})
