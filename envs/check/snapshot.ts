// Checks of snapshot and restore.

import type { Env } from '../contract.ts'
import { refuses } from './refusal.ts'
import { EnvFault, envCheck, STEPS, twinCheck } from './subject.ts'
import { firstDifference, type Moment, randomActions, trace } from './trace.ts'

const SEED = 21
const BEFORE = 25

export const snapshotChecks = [
  twinCheck('restore goes on bit for bit from the middle of an episode to its end', (env, other) => {
    const actions = randomActions(env, SEED, STEPS)
    env.reset({ seed: SEED })
    const middle = Math.min(BEFORE, trace(env, actions).length >> 1)
    const rest = actions.slice(middle)
    env.reset({ seed: SEED })
    trace(env, actions.slice(0, middle))
    const snapshot = env.snapshot()
    const expected = [glance(env), ...trace(env, rest)]
    for (const [where, into] of [
      ['the same', env],
      ['another', other],
    ] as const) {
      into.reset({ seed: SEED + 1 })
      into.restore(snapshot)
      const difference = firstDifference(expected, [glance(into), ...trace(into, rest)])
      if (difference === undefined) continue
      const found = `restored in ${where} environment, the episode differs at ${difference} after the snapshot`
      throw new EnvFault(found, 'state outside the snapshot: a filter, a counter, the frame before, the goal')
    }
  }),

  twinCheck('looking changes nothing: poses, scene, expert, hash and snapshot', (watched, alone) => {
    const actions = randomActions(alone, SEED, 30)
    for (const env of [watched, alone]) env.reset({ seed: SEED })
    const expected = trace(alone, actions)
    const found = actions.slice(0, expected.length).flatMap((action) => {
      watched.poses()
      watched.scene()
      watched.expert()
      watched.snapshot()
      return trace(watched, [action])
    })
    const difference = firstDifference(expected, found)
    if (difference === undefined) return
    throw new EnvFault(`watched and unwatched episodes differ at ${difference}`, 'a getter that moves or draws numbers')
  }),

  envCheck('the snapshot of another task is refused', (env) => {
    env.reset({ seed: SEED })
    const foreign = { ...env.snapshot(), task: `not-${env.id}` }
    if (refuses(() => env.restore(foreign))) return
    throw new EnvFault(
      'restore accepted the snapshot of another task',
      'a snapshot that is not checked before it is used',
    )
  }),
]

/** What a state shows without acting. */
function glance(env: Env): Moment {
  return new Map([
    ['hash', env.hash()],
    ['poses', env.poses().join()],
    ['the expert', env.expert().join()],
    ['the scene', JSON.stringify(env.scene())],
  ])
}
