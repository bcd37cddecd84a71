// Judges the policy on seeds that training never sees, films it for the page, and keeps the best that there was.

import type { SavedTensors } from '../../agents/contract.ts'
import type { Env, VectorEnv } from '../../envs/contract.ts'
import { recordEpisode } from '../../envs/record.ts'
import { makeEnv } from '../../envs/registry.ts'
import { policyActor } from './actors.ts'
import { evaluate, type Score } from './evaluate.ts'
import type { Laboratory } from './laboratory.ts'
import { heldOutSeeds, validationSeeds } from './seeds.ts'
import { makeWorlds, worldOptions } from './worlds.ts'

export interface BestPolicy {
  readonly success: number
  readonly steps: number
  readonly learner: SavedTensors
}

export class Judge {
  /** The policy that did best on the way; the later of equals. */
  best: BestPolicy | undefined
  readonly #worlds: VectorEnv
  readonly #stage: Env

  private constructor(worlds: VectorEnv, stage: Env) {
    this.#worlds = worlds
    this.#stage = stage
  }

  static async create({ config }: Laboratory): Promise<Judge> {
    const { task, evaluation } = config
    const worlds = await makeWorlds(config, Math.max(1, evaluation.during || Math.min(evaluation.episodes, WORLDS)))
    return new Judge(worlds, await makeEnv(task, worldOptions(config)))
  }

  /** An evaluation on the way, by the seeds that choose which policy is kept; tells whether it is this one. */
  async onTheWay(lab: Laboratory): Promise<{ readonly score: Score; readonly kept: boolean }> {
    const { counters, config, practice } = lab
    const score = await this.#score(lab, validationSeeds(config.evaluation.during))
    counters.evaluations++
    counters.goodEvaluations = score.success >= config.evaluation.enough ? counters.goodEvaluations + 1 : 0
    const kept = score.success >= (this.best?.success ?? 0)
    if (kept) this.best = { success: score.success, steps: counters.steps, learner: practice.learner.save() }
    return { score, kept }
  }

  /** The final evaluation of the best policy, on seeds that nothing before it used. */
  async atTheEnd(lab: Laboratory): Promise<Score> {
    if (this.best) lab.practice.learner.load(this.best.learner)
    return this.#score(lab, heldOutSeeds(lab.config.evaluation.episodes))
  }

  /** One rollout of the present policy, always from the same start so that checkpoints compare. */
  async film({ practice, view, worlds, counters, config }: Laboratory) {
    const seen = new Float32Array(view.size(worlds.observationSize))
    const act = async (observation: Float32Array) => {
      view.apply(observation, 1, worlds.observationSize, seen)
      return (await practice.learner.act(seen, 1, 'exploit')).slice()
    }
    const policy = `${config.method} after ${counters.steps} steps`
    return recordEpisode(this.#stage, act, { seed: validationSeeds(1)[0]!, policy })
  }

  async dispose(): Promise<void> {
    await this.#worlds.dispose()
    this.#stage.dispose()
  }

  #score({ practice, view, episodeSteps }: Laboratory, seeds: readonly number[]): Promise<Score> {
    const actor = policyActor(practice.learner, this.#worlds.count, 'exploit')
    return evaluate({ worlds: this.#worlds, view, actor, seeds, steps: episodeSteps })
  }
}

/** Worlds of the final evaluation where there is none on the way. */
const WORLDS = 25
