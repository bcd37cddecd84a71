// Do two workers do the work of two? One and two threads take turns, each thread with as many worlds.

import type { VectorEnv } from '../../../envs/contract.ts'
import { makeWorkerVectorEnv } from '../../../envs/vector-workers.ts'
import { median } from '../../statistics/quantile.ts'
import { startEnvWorker } from '../../workers/worker-thread.ts'
import { alternate, medianRatio, type Timing } from '../rate.ts'
import { rounded, type SimBenchRow } from './row.ts'

const TASK = 'push'
const WORLDS_A_WORKER = 64

export async function benchWorkers(timing: Timing): Promise<SimBenchRow[]> {
  const envs: VectorEnv[] = []
  try {
    for (const workers of [1, 2]) envs.push(await startWorkers(workers))
    const [one, two] = await alternate(envs.map(expertSteps), timing)
    const common = { case: `${TASK}-vector`, mode: 'accurate' } as const
    return [
      { ...common, workers: 1, stepsPerSecond: rounded(median(one!)) },
      { ...common, workers: 2, stepsPerSecond: rounded(median(two!)), ratio: rounded(medianRatio(one!, two!), 2) },
    ]
  } finally {
    for (const env of envs) await env.dispose()
  }
}

async function startWorkers(workers: number): Promise<VectorEnv> {
  const count = workers * WORLDS_A_WORKER
  const env = await makeWorkerVectorEnv(TASK, { count, workers, autoreset: 'same-step', start: startEnvWorker })
  await env.reset(Array.from({ length: count }, (_, world) => world))
  return env
}

/** One piece of work is one step of every world, its expert asked first. */
export function expertSteps(env: VectorEnv): { work: () => Promise<number> } {
  return {
    work: async () => {
      await env.step(await env.expert())
      return env.count
    },
  }
}
