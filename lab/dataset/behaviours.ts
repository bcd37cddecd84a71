// Who acts in a dataset: the scripted expert, chance, or the policy that a run has kept.

import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Env, EnvOptions } from '../../envs/contract.ts'
import type { Act } from '../../envs/record.ts'
import { unknownName } from '../../sim/names.ts'
import { randomStream } from '../../sim/random.ts'
import { UserError } from '../errors/user-error.ts'
import { readRun } from '../run/read-run.ts'
import { openRunPolicy } from '../training/run-policy.ts'

export interface Behaviour {
  /** Fit for a folder's name. */
  readonly name: string
  /** As written in every recording. */
  readonly policy: string
  /** The task and the options that it was trained for; without them it acts in any. */
  readonly trained?: { readonly task: string; readonly options: EnvOptions }
  /** The actor of one episode. */
  act(env: Env, seed: number): Act
  dispose(): Promise<void>
}

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

const behaviours: Readonly<Record<string, Behaviour>> = { expert, random }

/** @param named `expert`, `random`, or a run's folder. @throws UserError naming the nearest */
export async function behaviourNamed(named: string): Promise<Behaviour> {
  const known = behaviours[named]
  if (known !== undefined) return known
  if (existsSync(named)) return runBehaviour(named)
  throw new UserError(`${unknownName('policy', named, Object.keys(behaviours))} For a run, give its folder.`)
}

/** @param path the run's folder. @throws UserError where it has no policy */
async function runBehaviour(path: string): Promise<Behaviour> {
  const { task, horizon, physics, actionRepeat, robot } = readRun(path).config
  const options = { horizon, physics, actionRepeat, robot }
  const policy = await openRunPolicy(path)
  const name = basename(resolve(path))
  return {
    name,
    policy: `${name} after ${policy.steps} steps`,
    trained: { task, options },
    act: () => (observation) => policy.act(observation),
    dispose: policy.dispose,
  }
}
