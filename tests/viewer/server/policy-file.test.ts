import { expect, test } from 'vitest'
import { policyAskedFor } from '../../../viewer/server/policy-file.ts'

test.each([
  ['/runs/first/policy.onnx', 'first'],
  ['/runs/trained%20well/policy.onnx?fresh', 'trained well'],
  ['/runs/policy.onnx', undefined],
  ['/runs/a/b/policy.onnx', 'a/b'],
  ['/runs/a//b/policy.onnx', undefined],
  ['/runs/../policy.onnx', undefined],
  ['/runs/%2e%2e/policy.onnx', undefined],
  ['/runs/%2fetc/policy.onnx', undefined],
  ['/runs/first/policy.onnx.map', undefined],
  ['/', undefined],
])('%s asks for the policy of %s', (url, run) => {
  expect(policyAskedFor(url)).toBe(run)
})
