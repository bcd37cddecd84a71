// Entry of a worker thread: worlds of the registered tasks.

import { makeEnv } from '../../envs/registry.ts'
import { serveWorlds } from '../../envs/vector/worker.ts'
import { workerPort } from './worker-port.ts'

serveWorlds(workerPort(), makeEnv)
