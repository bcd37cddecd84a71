// What a person can be shown of a run. Episodes are kept as seed and actions, which is little; one that somebody is asked
// about is simulated again, checked against what happened, and written into the run folder with its poses.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Env } from '../../../envs/contract.ts'
import { makeEnv } from '../../../envs/registry.ts'
import type { Evidence } from '../../../rewards/contract.ts'
import { BoundedEpisodes } from '../../../rewards/segments/bounded-episodes.ts'
import { decodeRecording, encodeRecording } from '../../../sim/recording-codec.ts'
import type { RunFolder } from '../../run/run-folder.ts'
import { worldOptions } from '../worlds.ts'
import { checkHashes, checkSame, type Rerun, RerunError, type Script, simulateAgain } from './simulate-again.ts'

export interface Shot extends Script {
  /** The episode's. */
  readonly id: string
  readonly evidence: Evidence
}

export interface FootageOptions {
  readonly run: Pick<RunFolder, 'file' | 'write' | 'name'>
  /** Made as the worlds are; disposed of with the footage. */
  readonly stage: Env
  /** Most decisions that are kept; the oldest episodes are dropped first. */
  readonly capacity: number
}

export class Footage {
  readonly #options: FootageOptions
  readonly #shots: BoundedEpisodes<Shot & { readonly steps: number }>
  /** Episodes that were simulated again in this process. */
  readonly #filmed = new Set<string>()

  constructor(options: FootageOptions) {
    this.#options = options
    this.#shots = new BoundedEpisodes(options.capacity)
  }

  /** Keeps the arrays, which must not change any more. */
  keep(shot: Shot): void {
    this.#shots.add({ ...shot, steps: shot.evidence.rewards.length })
  }

  /** Of an episode that is kept. */
  seed(id: string): number {
    return this.#shots.get(id).seed
  }

  /** Resolves when the episode's recording is in the run folder. @throws RerunError when it did not happen again */
  async film(id: string): Promise<void> {
    if (this.#filmed.has(id)) return
    const { run, stage } = this.#options
    const shot = this.#shots.get(id)
    const { recording } = simulateAgain(stage, shot, `${run.name}: ${id}`)
    checkSame(id, recording, shot.evidence)
    await run.write(fileOf(id), encodeRecording(recording))
    this.#filmed.add(id)
  }

  /** An episode that was filmed, maybe by an earlier process. @throws RerunError when it is not there, or not true */
  again(id: string): Rerun {
    const path = this.#options.run.file(fileOf(id))
    if (!existsSync(path)) throw new RerunError(`there is no recording of episode ${id}`)
    const recording = decodeRecording(readFileSync(path))
    const again = simulateAgain(this.#options.stage, recording, recording.policy)
    checkHashes(id, recording, again.recording)
    return again
  }

  /** Seeds of training episodes that are in the run folder by now. */
  recordedSeeds(): number[] {
    const names = readdirSync(this.#options.run.file('recordings'))
    return names.flatMap((name) => {
      const found = /^(?:random|policy|branching)-(\d+)/.exec(name)
      return found ? [Number(found[1])] : []
    })
  }

  dispose(): void {
    this.#options.stage.dispose()
  }
}

/** @param capacity decisions that are kept */
export async function openFootage(run: RunFolder, capacity: number): Promise<Footage> {
  return new Footage({ run, stage: await makeEnv(run.config.task, worldOptions(run.config)), capacity })
}

const fileOf = (id: string) => `recordings/${id}.rec`
