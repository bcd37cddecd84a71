// Sets up what a run needs so that a person can answer: the desk over its log, and the page at which they sit down.

import { createDesk } from '../../../rewards/preference/desk.ts'
import { UserError } from '../../errors/user-error.ts'
import type { RunFolder } from '../../run/run-folder.ts'
import type { TrainOptions } from '../../run/train-options.ts'
import type { PreferenceLaboratory } from '../laboratory.ts'
import { trainingEpisode } from '../seeds.ts'
import type { Footage } from './footage.ts'
import { Inquiry } from './inquiry.ts'
import type { PersonLaboratory } from './laboratory.ts'
import { putQuestions, roomOnDesk, wantedOfPerson } from './put-questions.ts'
import { Refill } from './refill.ts'

interface OpenPerson {
  readonly run: RunFolder
  readonly lab: PreferenceLaboratory
  readonly label: TrainOptions['label']
}

/** @returns the same laboratory with a person to ask */
export async function openPerson({ run, lab, label }: OpenPerson): Promise<PersonLaboratory> {
  const { config, preferences } = lab
  const { footage, log, teacher: helper } = preferences
  if (!footage) throw new TypeError('a person cannot be asked without footage')
  if (!label) throw new UserError('teacher=person answers at a page, and none is served here; type: rapref train')
  const desk = createDesk({
    log,
    now: Date.now,
    random: Math.random,
    wanted: wantedOfPerson(config),
    repeats: config.person.repeats,
    exhausted: 'waiting',
  })
  const inquiry = new Inquiry({ desk, task: config.task, path: run.file('questions.jsonl') })
  const closePage = await label({ desk, run, reward: preferences.reward })
  const refill = new Refill({ desk, room: () => roomOnDesk(asking), fill: () => putQuestions(asking) })
  const asking: PersonLaboratory = {
    ...lab,
    person: { inquiry, refill, footage, helper, closePage, unusable: new Set() },
  }
  return asking
}

interface Recorded {
  readonly person: { readonly footage: Pick<Footage, 'recordedSeeds'> }
}

/**
 * Moves on to seeds that no recorded episode has. A run that goes on from a checkpoint gathers other episodes than the
 * first time, as answers came in between; were they to have the names of those that a person judged, answers would be
 * taken for answers about something else.
 */
export function passRecordedEpisodes({ counters, person }: Pick<PersonLaboratory, 'counters'> & Recorded): void {
  for (const seed of person.footage.recordedSeeds())
    counters.episodes = Math.max(counters.episodes, trainingEpisode(seed) + 1)
}
