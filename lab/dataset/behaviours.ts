// Who acts in a dataset: the scripted expert, for this goal or for another; chance; or the policy that a run has kept.

import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { unknownName } from '../../sim/names.ts'
import { randomStream } from '../../sim/random.ts'
import { UserError } from '../errors/user-error.ts'
import { readRun } from '../run/read-run.ts'
import { readPolicy } from '../training/policy-file.ts'
import type { RunPolicy } from '../training/run-policy.ts'
import type { Behaviour } from './behaviour.ts'
import { crossGoal } from './cross-goal.ts'

const nothing = async () => {}

const expert: Behaviour = { name: 'expert', policy: 'expert', act: (env) => () => env.expert(), dispose: nothing }

/** Uniform over the action space, drawn anew at every step. */
const random: Behaviour = {
  name: 'random',
  policy: 'random',
  act(env, seed) {
    const { low, high } = env.actionSpace
    const stream = randomStream(seed, 'random behaviour')
    const action = new Float32Array(low.length)
    return () => {
      for (let i = 0; i < action.length; i++) action[i] = stream.uniform(low[i]!, high[i]!)
      return action
    }
  },
  dispose: nothing,
}

const behaviours: Readonly<Record<string, () => Behaviour>> = {
  expert: () => expert,
  random: () => random,
  'cross-goal': crossGoal,
}

/** @param named `expert`, `random`, `cross-goal`, or a run's folder. @throws UserError naming the nearest */
export function behaviourNamed(named: string): Behaviour {
  const known = Object.hasOwn(behaviours, named) ? behaviours[named] : undefined
  if (known !== undefined) return known()
  if (existsSync(named)) return runBehaviour(named)
  throw new UserError(`${unknownName('policy', named, Object.keys(behaviours))} For a run, give its folder.`)
}

/** @param path the run's folder. @throws UserError where it has no policy */
function runBehaviour(path: string): Behaviour {
  const { task, horizon, physics, actionRepeat, robot } = readRun(path).config
  const name = basename(resolve(path))
  let opening: Promise<RunPolicy> | undefined
  return {
    name,
    policy: `${name} after ${readPolicy(path).steps} steps`,
    trained: { task, options: { horizon, physics, actionRepeat, robot } },
    act: () => async (observation) => {
      opening ??= open(path)
      return (await opening).act(observation)
    },
    async dispose() {
      await (await opening)?.dispose()
      opening = undefined
    },
  }
}

/** Tensors are loaded where a policy acts, not before. */
async function open(path: string): Promise<RunPolicy> {
  const { openRunPolicy } = await import('../training/run-policy.ts')
  return openRunPolicy(path)
}
