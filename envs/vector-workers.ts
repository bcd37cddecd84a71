// Many worlds of one task spread over worker threads, with the results of `makeVectorEnv` bit for bit. How a thread is
// started is handed in, so that this runs in Node and in the browser.

import type { VectorEnv } from './contract.ts'
import { layVectorArrays, vectorBytes } from './vector/arrays.ts'
import { checkPlan, VectorEnvError } from './vector/checks.ts'
import { Crew } from './vector/crew.ts'
import { DrivenVectorEnv, type VectorDriver } from './vector/driven.ts'
import { sizesOf, type VectorSpec } from './vector/spec.ts'
import type { WorkerThread } from './vector/worker-protocol.ts'
import type { VectorEnvOptions } from './vector.ts'

export interface WorkerVectorEnvOptions extends VectorEnvOptions {
  /** Threads, at most one per world. */
  readonly workers: number
  /** Starts one thread that runs `serveWorlds`. */
  readonly start: () => WorkerThread
}

/** `count` worlds of a task in `workers` threads of their own. */
export async function makeWorkerVectorEnv(id: string, options: WorkerVectorEnvOptions): Promise<VectorEnv> {
  const { count, autoreset, workers, start, ...envOptions } = options
  checkPlan({ count, autoreset })
  checkWorkers(workers, count)
  const crew = new Crew(Array.from({ length: workers }, start))
  const first = firstWorlds(count, workers)
  try {
    const [made] = await crew.ask((index) => ({
      kind: 'make',
      id,
      options: envOptions,
      count: first[index + 1]! - first[index]!,
    }))
    if (made?.kind !== 'made') throw new VectorEnvError(`${id}: a worker answered out of turn`)
    const driver = await attach({ crew, spec: made.spec, count, first, autoreset })
    return new DrivenVectorEnv({ spec: made.spec, count, autoreset, driver })
  } catch (error) {
    await crew.end()
    throw error
  }
}

/** Lays the shared memory and shows every worker its rows. */
async function attach(request: {
  readonly crew: Crew
  readonly spec: VectorSpec
  readonly count: number
  readonly first: readonly number[]
  readonly autoreset: VectorEnvOptions['autoreset']
}): Promise<VectorDriver> {
  const { crew, spec, count, first, autoreset } = request
  const sizes = sizesOf(spec, count)
  const bytes = vectorBytes(sizes)
  const memory = new SharedArrayBuffer(bytes.total)
  await crew.ask((index) => ({ kind: 'attach', sizes, memory, from: first[index]!, autoreset }))

  // Callers get ordinary memory: not every library takes arrays over a shared buffer.
  const own = new ArrayBuffer(bytes.total)
  return {
    arrays: layVectorArrays(sizes, own),
    async run(command) {
      new Uint8Array(memory, 0, bytes.input).set(new Uint8Array(own, 0, bytes.input))
      await crew.ask(() => ({ kind: 'run', command }))
      new Uint8Array(own, bytes.input).set(new Uint8Array(memory, bytes.input))
    },
    dispose: () => crew.end(),
  }
}

/** First world of each worker and one past the last: shares differ by at most one world. */
function firstWorlds(count: number, workers: number): number[] {
  return Array.from({ length: workers + 1 }, (_, index) => Math.floor((index * count) / workers))
}

function checkWorkers(workers: number, count: number): void {
  if (Number.isInteger(workers) && workers >= 1 && workers <= count) return
  throw new VectorEnvError(`${workers} workers for ${count} worlds; expected a whole number from 1 to ${count}`)
}
