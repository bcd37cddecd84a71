// Everything that labelling recordings takes: the recordings, the log, the desk, and what the page is told.

import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createDesk, type Desk } from '../../rewards/preference/desk.ts'
import { openPreferenceLog } from '../../rewards/preference/log.ts'
import { randomStream } from '../../sim/random.ts'
import type { LabelQuality } from '../../viewer/protocol/label.ts'
import type { Labelling } from '../../viewer/server/labelling.ts'
import { UserError } from '../errors/user-error.ts'
import { openLogFile } from '../files/log-file.ts'
import { readRun } from '../run/read-run.ts'
import { deskPage, qualityOf } from './desk-page.ts'
import { drawQuestions } from './draw-questions.ts'
import { recordedOracle } from './oracle.ts'
import { openShelf, type ShelvedEpisode } from './shelf.ts'

export interface LabellingRequest {
  /** A run folder, or recordings. */
  readonly place: string
  /** Where answers are kept; what it holds already counts. */
  readonly out: string
  /** Answers that are asked for. */
  readonly budget: number
  /** Decisions in a clip; absent: as the run asked its teacher, or two seconds. */
  readonly segment?: number | undefined
  /** Two to compare, three or four to rank. */
  readonly clips: number
  /** Share of questions that are asked again. */
  readonly repeats: number
  readonly annotator: string
  readonly instructions: string
  readonly log: (line: string) => void
}

export interface OpenLabelling {
  readonly desk: Desk
  readonly page: Labelling
  quality(): LabelQuality
  close(): Promise<void>
}

/** Skipped questions are replaced by others, up to so many for each that is wanted. */
const questionsForEach = 2

/** @throws UserError where there is nothing to compare, or somebody else writes the log. */
export async function openLabelling(request: LabellingRequest): Promise<OpenLabelling> {
  const { place, out, budget, repeats, annotator, instructions, log: tell } = request
  const shelf = openShelf(place)
  const questions = questionsAbout(shelf.episodes, request)
  const isNew = !existsSync(out)
  const log = await openPreferenceLog(await openLogFile(out))
  for (const note of log.notes) tell(note)
  const desk = createDesk({ log, now: Date.now, random: Math.random, wanted: budget, repeats })
  desk.add(questions)
  const predictor = isRun(place) ? await predictorFor(place) : undefined
  const oracle = recordedOracle(shelf.episodes)
  return {
    desk,
    page: deskPage({ desk, shelf, predictor, annotator, instructions, oracle }),
    quality: () => qualityOf(desk, oracle),
    async close() {
      await desk.close()
      await log.close()
      await predictor?.dispose()
      // Nobody answered: leave no file that looks as if somebody had.
      if (isNew && statSync(out).size === 0) rmSync(out)
    },
  }
}

/** Tensors are loaded where there is a model to run, not before. */
async function predictorFor(run: string) {
  const { savedPredictor } = await import('./saved-model.ts')
  return savedPredictor(run)
}

/** A run folder has a configuration; what `rapref record` wrote has none. */
export function isRun(place: string): boolean {
  return existsSync(join(place, 'config.yaml'))
}

function questionsAbout(episodes: readonly ShelvedEpisode[], request: LabellingRequest) {
  const { place, budget, clips } = request
  const length = request.segment ?? usualLength(place, episodes)
  const count = budget * questionsForEach
  const random = randomStream(0, 'label questions')
  const questions = drawQuestions({ episodes, count, length, clips, random })
  if (questions.length > 0) return questions
  throw nothingToCompare(episodes, { place, clips, length })
}

function nothingToCompare(
  episodes: readonly ShelvedEpisode[],
  { place, clips, length }: { readonly place: string; readonly clips: number; readonly length: number },
): UserError {
  const longest = Math.max(...episodes.map(({ steps }) => steps))
  const remedy =
    longest < length
      ? `type --segment ${longest} or less`
      : 'record more, such as of another policy from the same seeds'
  return new UserError(
    `found ${episodes.length} recordings in ${place}, the longest of ${longest} decisions; expected ${clips} different ones ` +
      `of one task with ${length} decisions each. ${remedy[0]!.toUpperCase()}${remedy.slice(1)}`,
  )
}

/** Long enough to see what somebody is up to. */
const usualSeconds = 2

function usualLength(place: string, episodes: readonly ShelvedEpisode[]): number {
  if (isRun(place)) return readRun(place).config.session.segment
  const longestStep = Math.max(...episodes.map(({ stepSeconds }) => stepSeconds))
  return Math.max(1, Math.round(usualSeconds / longestStep))
}
