// A row of environments that read and write their rows of a vector environment's arrays. The same code runs in this
// thread and in workers, which is why their results are equal bit for bit.

import type { Autoreset, Env, Step } from '../contract.ts'
import type { VectorArrays } from './arrays.ts'
import { episodeSeed } from './episode-seed.ts'

interface World {
  readonly env: Env
  readonly row: number
  seed: number
  episode: number
  over: boolean
}

export class Worlds {
  readonly #worlds: readonly World[]
  readonly #arrays: VectorArrays
  readonly #autoreset: Autoreset

  /** @param from row of the first environment */
  constructor(request: {
    readonly envs: readonly Env[]
    readonly arrays: VectorArrays
    readonly from: number
    readonly autoreset: Autoreset
  }) {
    const { envs, from } = request
    this.#worlds = envs.map((env, index) => ({ env, row: from + index, seed: 0, episode: 0, over: false }))
    this.#arrays = request.arrays
    this.#autoreset = request.autoreset
  }

  reset(): void {
    for (const world of this.#worlds) {
      const seed = this.#arrays.seeds[world.row]!
      if (Number.isNaN(seed)) continue
      world.seed = seed
      world.episode = 0
      this.#begin(world)
      this.#arrays.ignored[world.row] = 0
    }
  }

  step(): void {
    for (const world of this.#worlds) {
      if (world.over) this.#beginNext(world)
      else this.#act(world)
    }
  }

  expert(): void {
    for (const { env, row } of this.#worlds) {
      const action = env.expert()
      this.#arrays.experts.set(action, row * action.length)
    }
  }

  dispose(): void {
    for (const { env } of this.#worlds) env.dispose()
  }

  #act(world: World): void {
    const { env, row } = world
    const { actions, ignored } = this.#arrays
    const width = env.actionSpace.low.length
    const step = env.step(actions.subarray(row * width, (row + 1) * width))
    ignored[row] = 0
    this.#write(world, step, step.reward)
    world.over = step.terminated || step.truncated
    if (world.over && this.#autoreset === 'same-step') this.#replaceObservation(world)
  }

  /** The `next-step` reset: a row that is no transition. (`disabled` never gets here: checks.ts refuses the step.) */
  #beginNext(world: World): void {
    world.episode += 1
    this.#begin(world)
    this.#arrays.ignored[world.row] = 1
  }

  /** The `same-step` reset: everything but the observation still tells of the step that ended the episode. */
  #replaceObservation(world: World): void {
    world.episode += 1
    world.over = false
    const { observation } = world.env.reset({ seed: episodeSeed(world.seed, world.episode) })
    this.#arrays.observations.set(observation, world.row * observation.length)
  }

  #begin(world: World): void {
    world.over = false
    this.#write(world, world.env.reset({ seed: episodeSeed(world.seed, world.episode) }), 0)
  }

  #write({ env, row }: World, step: Step, reward: number): void {
    const { observation, info } = step
    const arrays = this.#arrays
    arrays.observations.set(observation, row * observation.length)
    arrays.finalObservations.set(observation, row * observation.length)
    arrays.rewards[row] = reward
    arrays.terminated[row] = Number(step.terminated)
    arrays.truncated[row] = Number(step.truncated)
    arrays.success[row] = Number(info.success)
    const { termNames } = env
    for (let term = 0; term < termNames.length; term++) {
      arrays.terms[row * termNames.length + term] = info.terms[termNames[term]!]!
    }
  }
}
