// Pairs of recorded episodes to try a ranking on, with all that factors may read of them.

import { join } from 'node:path'
import { makeEnv } from '../../envs/registry.ts'
import type { Evidence } from '../../rewards/contract.ts'
import type { actionTraces, handTraces } from '../../rewards/factors/traces.ts'
import { randomStream } from '../../sim/random.ts'
import type { Recording } from '../../sim/recording.ts'
import type { RankingPair } from '../../viewer/protocol/ranking.ts'
import { UserError } from '../errors/user-error.ts'
import { drawQuestions } from '../labelling/draw-questions.ts'
import { openShelf, type Shelf } from '../labelling/shelf.ts'
import { checkHashes, simulateAgain } from '../training/person/simulate-again.ts'
import { EpisodeTracer, seriesNames } from '../training/traces.ts'

export interface RankingSample {
  readonly task: string
  readonly pairs: readonly RankingPair[]
  /** Of whole episodes, by the names that pairs use. */
  readonly evidence: ReadonlyMap<string, Evidence>
  /** Terms of the task and traces that the evidence has. */
  readonly series: readonly string[]
}

const pairsDrawn = 12

/**
 * Whole episodes of the run's recordings, simulated again: recordings keep terms, but not the path of the hand.
 *
 * @throws UserError where there are not two different episodes of one task
 */
export async function drawSample(folder: string, run: string): Promise<RankingSample> {
  const shelf = openShelf(join(folder, run))
  const length = Math.min(...shelf.episodes.map(({ steps }) => steps))
  const random = randomStream(0, 'ranking pairs')
  const questions = drawQuestions({ episodes: shelf.episodes, count: pairsDrawn, length, clips: 2, random })
  const task = questions[0]?.task
  if (task === undefined) {
    throw new UserError(
      `found ${shelf.episodes.length} recordings in ${run}; expected two of one task that end differently. ` +
        'Record more, or choose another run',
    )
  }
  const pairs = questions
    .filter((question) => question.task === task)
    .map(({ id, fair, segments: [first, second] }) => ({ id, fair, first: first!.episode, second: second!.episode }))
  const { evidence, series } = await evidenceOf(shelf, { run, pairs })
  return { task, pairs, evidence, series }
}

interface Wanted {
  readonly run: string
  readonly pairs: readonly RankingPair[]
}

async function evidenceOf(shelf: Shelf, { run, pairs }: Wanted): Promise<Pick<RankingSample, 'evidence' | 'series'>> {
  const evidence = new Map<string, Evidence>()
  let series: readonly string[] = []
  for (const id of new Set(pairs.flatMap(({ first, second }) => [first, second]))) {
    const recording = await shelf.load(id)
    const again = await tracedAgain(`${run}/${id}`, recording)
    evidence.set(id, again.evidence)
    series = again.series
  }
  return { evidence, series }
}

async function tracedAgain(name: string, recording: Recording) {
  const { task, options, actions, terms, rewards, success } = recording
  const env = await makeEnv(task, options)
  try {
    const [observationSize, actionSize] = [env.observationSpace.low.length, env.actionSpace.low.length]
    const worlds = { observationSize, actionSize, termNames: env.termNames, options: env.options }
    const again = simulateAgain(env, recording, recording.policy)
    checkHashes(name, recording, again.recording)
    const tracer = new EpisodeTracer(worlds, rewards.length)
    for (let step = 0; step <= rewards.length; step++) {
      tracer.observe(again.observations.subarray(step * observationSize, (step + 1) * observationSize), step)
    }
    success.forEach((reached, step) => {
      tracer.witness(reached === 1, step)
    })
    const column = (index: number) => rewards.map((_, step) => terms.values[step * terms.names.length + index]!)
    const named = Object.fromEntries(terms.names.map((term, index) => [term, column(index)]))
    return { evidence: { rewards, terms: named, traces: tracer.traces(actions) }, series: seriesNames(worlds) }
  } finally {
    env.dispose()
  }
}

const traceWords: Readonly<Record<(typeof actionTraces)[number] | (typeof handTraces)[number], string>> = {
  success: '1 at the steps at which the success condition held',
  energy: 'mean square of the action',
  'hand-x': 'place of the fingertips, metres',
  'hand-y': 'place of the fingertips, metres',
  'hand-z': 'place of the fingertips, metres',
  travel: 'metres that the hand moved in the step',
  jerk: 'jerk of the hand, m/s^3',
  resistance: 'metres by which the hand fell short of its command',
}

/** What a series is, in words. */
export function seriesWords(name: string): string {
  return Object.hasOwn(traceWords, name) ? traceWords[name as keyof typeof traceWords] : 'term of the task'
}
