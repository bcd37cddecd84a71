// Prints what a short episode in two workers comes to, for a test that runs it outside the test runner.

import { makeWorkerVectorEnv } from '../../envs/vector-workers.ts'
import { startEnvWorker } from '../../lab/workers/worker-thread.ts'

const env = await makeWorkerVectorEnv('push', { count: 3, workers: 2, autoreset: 'disabled', start: startEnvWorker })
await env.reset([1, 2, 3])
let step = await env.step(await env.expert())
for (let index = 0; index < 20; index++) step = await env.step(await env.expert())
process.stdout.write(JSON.stringify([...step.observations, ...step.rewards]))
await env.dispose()
