// The worker's own end of the line in Node.

import { parentPort } from 'node:worker_threads'
import type { WorkerPort } from '../../envs/vector/worker-protocol.ts'

export function workerPort(): WorkerPort {
  if (parentPort === null) throw new Error('this file runs inside a worker thread; start it with startWorkerThread')
  const port = parentPort
  return {
    post: (reply) => port.postMessage(reply),
    listen: (listener) => port.on('message', listener),
  }
}
