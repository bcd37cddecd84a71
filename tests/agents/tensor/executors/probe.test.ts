import { expect, test } from 'vitest'
import { executors, type ListedExecutor } from '../../../../agents/tensor/executors/executors.ts'
import { liveSessions } from '../../../../agents/tensor/executors/live-sessions.ts'
import { probeExecutor, probeExecutors } from '../../../../agents/tensor/executors/probe.ts'
import type { Compiled, Shapes } from '../../../../agents/tensor/program.ts'

/** An executor whose programs answer so, whatever they are asked. */
function answering(run: () => Promise<Record<string, Float32Array>>): ListedExecutor {
  const inputs = { left: new Float32Array(6), right: new Float32Array(6) }
  const compiled = { name: 'any', inputs, run, dispose: async () => {} } as unknown as Compiled<Shapes>
  const compile = async () => compiled as never
  return { executor: { id: 'cuda', compile }, title: 'a card', advice: 'type something' }
}

const failing = (message: string) =>
  answering(async () => {
    throw new Error(message)
  })

test('the processor works, holds nothing afterwards, and says what it is', async () => {
  const before = liveSessions()
  expect(await probeExecutor(executors[0]!)).toEqual({
    id: 'cpu',
    usable: true,
    why: 'compiled, by onnxruntime-node on one core',
  })
  expect(liveSessions()).toBe(before)
})

test('one that computes something else is not usable', async () => {
  const probe = await probeExecutor(answering(async () => ({ product: Float32Array.of(4, 5, 10, 12) })))
  expect(probe).toEqual({
    id: 'cuda',
    usable: false,
    why: 'multiplies two matrices to 4 5 10 12, expected 4 5 10 11; please report it',
  })
})

test.each([
  ['Failed to load it.\nRequire stack:\n- a\n', 'Failed to load it; type something'],
  ['/src/context.cc:136 status == Success was false. No adapter: none\n\n', 'No adapter: none; type something'],
  ['OrtSessionOptionsAppendExecutionProvider_Cuda: Failed to load it', 'Failed to load it; type something'],
])('of what a native library complains one sentence is kept: %j', async (message, why) => {
  expect(await probeExecutor(failing(message))).toEqual({ id: 'cuda', usable: false, why })
})

test('several are told of in their order, whether they work or not', async () => {
  const probes = await probeExecutors([failing('There is no card.'), executors[0]!])
  expect(probes.map(({ id, usable }) => [id, usable])).toEqual([
    ['cuda', false],
    ['cpu', true],
  ])
})

test('each is tried once', async () => {
  let tried = 0
  const counting = answering(async () => ({ product: Float32Array.of(tried++) }))
  await probeExecutor(counting)
  await probeExecutor(counting)
  expect(tried).toBe(1)
})
