// First file of every worker thread, in plain JavaScript because a new thread knows no TypeScript yet.

import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.entry)
