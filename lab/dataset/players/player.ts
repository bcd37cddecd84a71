// Plays episodes of one part of a mix in a world of its own.

import type { Env, EnvOptions } from '../../../envs/contract.ts'
import { EpisodeRecorder } from '../../../envs/episode-recorder.ts'
import { makeEnv } from '../../../envs/registry.ts'
import { encodeRecording } from '../../../sim/recording-codec.ts'
import type { Behaviour } from '../behaviour.ts'
import { behaviourOf, type MixPart } from '../mix.ts'
import type { OfflineEpisode } from '../offline-dataset.ts'

/** What somebody is to play: all that decides it besides the seed. */
export interface Assignment {
  readonly task: string
  readonly options: EnvOptions
  readonly part: MixPart
  /** Whether recordings with poses are wanted too. */
  readonly clips: boolean
}

export interface PlayedEpisode {
  readonly episode: OfflineEpisode
  /** The bytes of its recording, where one is wanted. */
  readonly clip: Uint8Array | undefined
}

export class Player {
  readonly #assignment: Assignment
  readonly #env: Env
  readonly #behaviour: Behaviour

  private constructor(assignment: Assignment, env: Env, behaviour: Behaviour) {
    this.#assignment = assignment
    this.#env = env
    this.#behaviour = behaviour
  }

  static async open(assignment: Assignment): Promise<Player> {
    const { task, options, part } = assignment
    return new Player(assignment, await makeEnv(task, options), behaviourOf(part))
  }

  /** One episode; the seed alone decides what happens in it. */
  async play(seed: number): Promise<PlayedEpisode> {
    const env = this.#env
    let step = env.reset({ seed })
    const clip = this.#recorder(seed)
    const act = this.#behaviour.act(env, seed)
    const numbers = { observations: [...step.observation], actions: [], rewards: [], terms: [], success: [] } as Numbers
    while (!step.terminated && !step.truncated) {
      const action = await act(step.observation)
      step = env.step(action)
      clip?.add(action, step)
      numbers.actions.push(...action)
      numbers.observations.push(...step.observation)
      numbers.rewards.push(step.reward)
      numbers.success.push(Number(step.info.success))
      for (const name of env.termNames) numbers.terms.push(step.info.terms[name]!)
    }
    const episode: OfflineEpisode = {
      ...{ id: `${seed}`, part: this.#assignment.part.name, seed, steps: numbers.rewards.length },
      observations: Float32Array.from(numbers.observations),
      actions: Float32Array.from(numbers.actions),
      rewards: Float32Array.from(numbers.rewards),
      terms: Float32Array.from(numbers.terms),
      success: Uint8Array.from(numbers.success),
      ending: step.terminated ? 'terminal' : 'time-limit',
      hash: env.hash(),
    }
    return { episode, clip: clip && encodeRecording(clip.finish()) }
  }

  async dispose(): Promise<void> {
    this.#env.dispose()
    await this.#behaviour.dispose()
  }

  #recorder(seed: number): EpisodeRecorder | undefined {
    if (!this.#assignment.clips) return undefined
    return new EpisodeRecorder(this.#env, { seed, policy: this.#behaviour.policy })
  }
}

interface Numbers {
  readonly observations: number[]
  readonly actions: number[]
  readonly rewards: number[]
  readonly terms: number[]
  readonly success: number[]
}
