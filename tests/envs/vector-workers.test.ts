import { afterEach, describe, expect, it } from 'vitest'
import type { Autoreset, VectorEnv, VectorStep } from '../../envs/contract.ts'
import { vectorEnvOf } from '../../envs/vector/thread.ts'
import { makeWorkerVectorEnv } from '../../envs/vector-workers.ts'
import { liveWorkerThreads, startWorkerThread } from '../../lab/workers/worker-thread.ts'
import { makePointEnv } from '../support/point-env.ts'

const start = () => startWorkerThread(new URL('../support/point-worker.ts', import.meta.url))
const options = { count: 5, workers: 2, autoreset: 'same-step', horizon: 7, start } as const

const inThread = async (autoreset: Autoreset) =>
  vectorEnvOf(await Promise.all([0, 1, 2, 3, 4].map(() => makePointEnv('point', { horizon: 7 }))), autoreset)

/** Everything that a vector environment says over a few episodes, copied. */
async function history(env: VectorEnv, steps: number): Promise<VectorStep[]> {
  const copies = [structuredClone(await env.reset([3, 1, 4, 1, 5]))]
  for (let step = 0; step < steps; step++) {
    const expert = await env.expert()
    if (env.autoreset === 'disabled' && step % 7 === 0 && step > 0)
      await env.reset([9, 2, null, 6, 5].map((s) => s ?? 8))
    copies.push(structuredClone(await env.step(expert)))
  }
  return copies
}

afterEach(() => {
  expect(liveWorkerThreads()).toBe(0)
})

describe('makeWorkerVectorEnv', () => {
  it.each([
    ['next-step', [1, 3]],
    ['same-step', [2]],
    ['disabled', [3]],
  ] as const)(
    'gives the results of one thread bit for bit with any number of workers (%s)',
    async (autoreset, crews) => {
      const single = await inThread(autoreset)
      const expected = await history(single, 20)
      await single.dispose()
      for (const workers of crews) {
        const env = await makeWorkerVectorEnv('point', { ...options, workers, autoreset })
        expect(await history(env, 20)).toEqual(expected)
        await env.dispose()
      }
    },
  )

  it('reports a world that cannot be made with its message and leaves no thread', async () => {
    await expect(makeWorkerVectorEnv('dies-made', options)).rejects.toThrow(/worker [12] of 2: no such point/)
  })

  it('refuses more workers than worlds', async () => {
    const asked = makeWorkerVectorEnv('point', { ...options, workers: 6 })
    await expect(asked).rejects.toThrow('6 workers for 5 worlds; expected a whole number from 1 to 5')
  })

  it('reports a thread that dies in a step instead of waiting for it', async () => {
    const env = await makeWorkerVectorEnv('dies-exit', options)
    await env.reset([1, 2, 3, 4, 5])
    await expect(env.step(new Float32Array(15))).rejects.toThrow(/worker [12] of 2: the thread ended: .*exit code 7/)
    await expect(env.step(new Float32Array(15))).rejects.toThrow(/worker [12] of 2: the thread ended/)
    await env.dispose()
  })

  it('reports an error thrown inside a step with its message, now and on later calls', async () => {
    const env = await makeWorkerVectorEnv('dies-step', options)
    await env.reset([1, 2, 3, 4, 5])
    await expect(env.step(new Float32Array(15))).rejects.toThrow(/worker [12] of 2: the engine trapped: unreachable/)
    await expect(env.reset([1, 2, 3, 4, 5])).rejects.toThrow('the engine trapped')
    await env.dispose()
  })
})
