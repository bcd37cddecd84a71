// Entry of a worker thread that serves point environments. Ids that start with `dies-` misbehave on purpose.

import { serveWorlds } from '../../envs/vector/worker.ts'
import { workerPort } from '../../lab/workers/worker-port.ts'
import { makePointEnv } from './point-env.ts'

serveWorlds(workerPort(), async (id, options) => {
  if (id === 'dies-made') throw new Error('no such point')
  const env = await makePointEnv(id, options)
  if (id === 'dies-exit') return { ...env, step: () => process.exit(7) }
  if (id === 'dies-step') {
    return {
      ...env,
      step() {
        throw new Error('the engine trapped: unreachable')
      },
    }
  }
  return env
})
