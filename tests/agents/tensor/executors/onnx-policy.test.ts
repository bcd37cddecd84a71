import { expect, test } from 'vitest'
import { loadNodeRuntime } from '../../../../agents/tensor/executors/node-runtime.ts'
import { openOnnxPolicy } from '../../../../agents/tensor/executors/onnx-policy.ts'
import type { Runtime } from '../../../../agents/tensor/executors/runtime.ts'
import { loadWebRuntime } from '../../../../agents/tensor/executors/web-runtime.ts'
import { exploit } from '../../../support/programs/exploit.ts'

async function actions(runtime: Runtime): Promise<Float32Array> {
  const policy = await openOnnxPolicy(exploit.onnx(), runtime)
  const found = await policy.act(exploit.observations, exploit.count)
  await policy.dispose()
  return found
}

test('a policy file acts in WebAssembly as it does natively, for every observation', async () => {
  const [native, web] = [await actions(await loadNodeRuntime()), await actions(await loadWebRuntime())]
  expect(native).toHaveLength(exploit.count * 3)
  expect(new Set(native).size).toBe(native.length)
  native.forEach((value, i) => {
    expect(Math.abs(value - web[i]!)).toBeLessThan(1e-5)
  })
})

test('bytes that are no policy are refused', async () => {
  await expect(openOnnxPolicy(Uint8Array.of(1, 2, 3), await loadNodeRuntime())).rejects.toThrow(/protobuf/i)
})
