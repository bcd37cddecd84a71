// What a person hears of a sweep: one line for each run that is over, with what is left.

import { percent } from '../report/numbers.ts'
import { durationWords } from '../reporter/words.ts'
import { countStates, type RunState, readFailure, readResult, type SweepRun } from './read-sweep.ts'

export interface ProgressOptions {
  readonly out: string
  /** All of the plan, as they were. */
  readonly runs: readonly SweepRun[]
  /** How many of them are to be done now. */
  readonly left: number
  /** Milliseconds. */
  readonly now: () => number
  readonly log: (line: string) => void
}

export class SweepProgress {
  readonly #options: ProgressOptions
  readonly #began: number
  #done = 0
  #failed = 0

  constructor(options: ProgressOptions) {
    this.#options = options
    this.#began = options.now()
  }

  begin(): void {
    const { runs, left, log } = this.#options
    const { finished, failed, interrupted, running } = countStates(runs)
    const parts = [
      `${runs.length} runs planned`,
      finished > 0 && `${finished} finished`,
      interrupted > 0 && `${interrupted} to go on with`,
      running > 0 && `${running} held by another process, which are waited for`,
      failed > 0 &&
        `${failed} failed before${left < runs.length - finished ? ' (--retry-failed tries them again)' : ''}`,
      left > 0 ? `${left} to do` : 'nothing to do',
    ]
    log(parts.filter((part) => part !== false).join(', '))
  }

  changed({ id, name }: Pick<SweepRun, 'id' | 'name'>, state: RunState): void {
    if (state !== 'finished' && state !== 'failed') return
    this.#done++
    if (state === 'failed') this.#failed++
    const { out, left, log } = this.#options
    const outcome = state === 'finished' ? successWords(out, id) : (readFailure(out, { id })?.message ?? 'failed')
    log(`${this.#done}/${left} ${state} ${name}: ${outcome}${this.#rest()}`)
  }

  /** By how fast runs have ended so far. */
  #rest(): string {
    const { now, left } = this.#options
    const waiting = left - this.#done
    const failed = this.#failed > 0 ? `; ${this.#failed} failed` : ''
    if (waiting === 0) return failed
    const seconds = (((now() - this.#began) / 1000) * waiting) / this.#done
    return `${failed}; about ${durationWords(seconds)} left`
  }
}

function successWords(out: string, id: string): string {
  const summary = readResult(out, { id })?.summary
  return summary ? `success ${percent(summary.success)} in ${durationWords(summary.minutes * 60)}` : 'finished'
}
