// Node's worker threads behind the interface that vector environments expect. Workers start from TypeScript source, in a
// checkout, under the test runner and inside another project's node_modules alike.

import { Worker } from 'node:worker_threads'
import type { WorkerReply, WorkerThread } from '../../envs/vector/worker-protocol.ts'

let live = 0

/** Threads started here that have not ended. */
export function liveWorkerThreads(): number {
  return live
}

/** Starts a thread that serves worlds of the registered tasks. */
export function startEnvWorker(): WorkerThread {
  return startWorkerThread(new URL('./env-worker.ts', import.meta.url))
}

/** @param entry a TypeScript file that calls `serveWorlds` */
export function startWorkerThread(entry: URL): WorkerThread {
  const worker = new Worker(new URL('./start-typescript.mjs', import.meta.url), {
    workerData: { entry: entry.href },
    execArgv: [],
  })
  live += 1
  let cause = 'it was stopped'
  worker.on('error', (error) => {
    cause = error instanceof Error ? error.message : String(error)
  })
  const gone = new Promise<number>((resolve) => worker.once('exit', resolve)).then((code) => {
    live -= 1
    return code
  })
  return {
    post: (request) => worker.postMessage(request),
    listen({ reply, ended }) {
      worker.on('message', (message: WorkerReply) => reply(message))
      worker.on('messageerror', (error) => ended(error.message))
      gone.then((code) => ended(`${cause} (exit code ${code})`))
    },
    async end() {
      await worker.terminate()
      await gone
    },
  }
}
