// What worlds cost in memory, and whether resets leave any behind.

import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Env } from '../../../envs/contract.ts'
import { makeEnv } from '../../../envs/registry.ts'
import { makeVectorEnv } from '../../../envs/vector.ts'
import { median } from '../../statistics/quantile.ts'
import { alternate, rateOf, type Timing } from '../rate.ts'
import { rounded, type SimBenchRow } from './row.ts'
import { expertSteps } from './workers.ts'

const TASK = 'push'
const WORLDS = 64
const MEGABYTE = 1e6

/** The whole process with 64 worlds in this thread; to be measured before anything else fills the heap. */
export async function benchWorlds(timing: Timing): Promise<SimBenchRow> {
  const env = await makeVectorEnv(TASK, { count: WORLDS, autoreset: 'same-step' })
  try {
    await env.reset(Array.from({ length: WORLDS }, (_, world) => world))
    const [rates] = await alternate([expertSteps(env)], timing)
    const stepsPerSecond = rounded(median(rates!))
    const residentMegabytes = rounded(process.memoryUsage.rss() / MEGABYTE, 1)
    return { case: `memory-of-${WORLDS}-worlds`, mode: 'accurate', workers: 1, stepsPerSecond, residentMegabytes }
  } finally {
    await env.dispose()
  }
}

/** Resets, each followed by one step, after as many as a tenth of them as warm-up. */
export async function benchResets({ resets }: { readonly resets: number }): Promise<SimBenchRow> {
  const env = await makeEnv(TASK)
  try {
    await resetAndStep(env, Math.ceil(resets / 10))
    const before = await memoryInUse()
    const stepsPerSecond = rounded(await rateOf({ work: () => resetAndStep(env, resets) }, 0))
    const growthMegabytes = rounded(((await memoryInUse()) - before) / MEGABYTE, 1)
    return { case: `${resets}-resets`, mode: 'accurate', workers: 1, stepsPerSecond, growthMegabytes }
  } finally {
    env.dispose()
  }
}

async function resetAndStep(env: Env, count: number): Promise<number> {
  for (let seed = 0; seed < count; seed++) {
    env.reset({ seed })
    env.step(env.expert())
    // A turn of the event loop now and then, as every real program takes.
    if (seed % 100 === 0) await setImmediate()
  }
  return count
}

/**
 * Bytes of the JavaScript heap and of WebAssembly memory after a full collection. Resident memory would also count what
 * the collector keeps for later, which comes and goes by tens of megabytes.
 */
async function memoryInUse(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  // Engine objects are freed by finalizers, which run between turns of the event loop.
  for (let pass = 0; pass < 3; pass++) {
    collect()
    await setImmediate()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
