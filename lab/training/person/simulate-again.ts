// An episode once more, from its seed and its actions: worlds that learn keep no poses, so what a person is to look at is
// simulated a second time, in an environment that does.

import type { Env } from '../../../envs/contract.ts'
import { EpisodeRecorder } from '../../../envs/episode-recorder.ts'
import type { Evidence } from '../../../rewards/contract.ts'
import type { Recording } from '../../../sim/recording.ts'

export interface Script {
  readonly seed: number
  /** As the world took them, [steps, action]. */
  readonly actions: Float32Array
}

export interface Rerun {
  readonly recording: Recording
  /** The environment's own, [steps + 1, observation]. */
  readonly observations: Float32Array
}

/** @param policy who acted, as written in the recording */
export function simulateAgain(env: Env, { seed, actions }: Script, policy: string): Rerun {
  const [actionSize, size] = [env.actionSpace.low.length, env.observationSpace.low.length]
  const steps = actions.length / actionSize
  const observations = new Float32Array((steps + 1) * size)
  observations.set(env.reset({ seed }).observation)
  const recorder = new EpisodeRecorder(env, { seed, policy })
  for (let index = 0; index < steps; index++) {
    const action = actions.slice(index * actionSize, (index + 1) * actionSize)
    const step = env.step(action)
    recorder.add(action, step)
    observations.set(step.observation, (index + 1) * size)
  }
  return { recording: recorder.finish(), observations }
}

export class RerunError extends Error {
  override readonly name = 'RerunError'
}

/** @throws RerunError where the second simulation is not the first one, bit for bit, in every reward and term */
export function checkSame(episode: string, { rewards, terms }: Recording, evidence: Evidence): void {
  const differs = (what: string, step: number) =>
    new RerunError(
      `episode ${episode} did not happen again: its ${what} differs at decision ${step}. ` +
        'Nobody is shown what was not learned from; this machine does not simulate reproducibly',
    )
  const column = (name: string) =>
    rewards.map((_, step) => terms.values[step * terms.names.length + terms.names.indexOf(name)]!)
  const tracks = [
    ['reward', rewards, evidence.rewards] as const,
    ...Object.entries(evidence.terms).map(([name, values]) => [`term ${name}`, column(name), values] as const),
  ]
  for (const [what, again, before] of tracks) {
    if (again.length !== before.length) throw differs('length', Math.min(again.length, before.length))
    const step = before.findIndex((value, index) => !Object.is(value, again[index]))
    if (step >= 0) throw differs(what, step)
  }
}

/** @throws RerunError where a recording, simulated again, comes to other states */
export function checkHashes(episode: string, recorded: Recording, again: Recording): void {
  const differs = recorded.hashes.values.findIndex((hash, index) => hash !== again.hashes.values[index])
  if (differs < 0) return
  const by = recorded.engine === again.engine ? '' : `; it was recorded by ${recorded.engine}, this is ${again.engine}`
  throw new RerunError(
    `episode ${episode} did not happen again: its state differs by decision ${(differs + 1) * recorded.hashes.every}${by}`,
  )
}
