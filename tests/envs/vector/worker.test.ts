import { expect, it } from 'vitest'
import { layVectorArrays, vectorBytes } from '../../../envs/vector/arrays.ts'
import { serveWorlds } from '../../../envs/vector/worker.ts'
import type { WorkerReply, WorkerRequest } from '../../../envs/vector/worker-protocol.ts'
import { makePointEnv } from '../../support/point-env.ts'

function served() {
  const replies: WorkerReply[] = []
  let send: (request: WorkerRequest) => void = () => expect.unreachable()
  serveWorlds(
    {
      post: (reply) => replies.push(reply),
      listen: (listener) => {
        send = listener
      },
    },
    makePointEnv,
  )
  const ask = async (request: WorkerRequest) => {
    send(request)
    await new Promise(setImmediate)
    return replies.pop()
  }
  return ask
}

it('makes worlds, then writes into its own rows of the shared memory', async () => {
  const ask = served()
  expect(await ask({ kind: 'make', id: 'point', options: {}, count: 2 })).toMatchObject({
    kind: 'made',
    spec: { id: 'point', observationSize: 6, termNames: ['near', 'reached'] },
  })
  const sizes = { count: 3, observation: 6, action: 3, terms: 2 }
  const memory = new SharedArrayBuffer(vectorBytes(sizes).total)
  const arrays = layVectorArrays(sizes, memory)
  expect(await ask({ kind: 'attach', sizes, memory, from: 1, autoreset: 'disabled' })).toEqual({ kind: 'done' })
  arrays.seeds.set([1, 2, 3])
  expect(await ask({ kind: 'run', command: 'reset' })).toEqual({ kind: 'done' })
  const single = await makePointEnv()
  expect(arrays.observations.slice(6, 12)).toEqual(single.reset({ seed: 2 }).observation)
  expect(arrays.observations.slice(0, 6)).toEqual(new Float32Array(6))
  single.dispose()
})

it('answers what goes wrong with its message', async () => {
  const ask = served()
  await ask({ kind: 'make', id: 'point', options: {}, count: 1 })
  const sizes = { count: 1, observation: 6, action: 3, terms: 2 }
  const memory = new SharedArrayBuffer(vectorBytes(sizes).total)
  await ask({ kind: 'attach', sizes, memory, from: 0, autoreset: 'disabled' })
  expect(await ask({ kind: 'run', command: 'step' })).toEqual({
    kind: 'failed',
    message: 'point: the episode is over; call reset',
  })
})
