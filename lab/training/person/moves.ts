// The moves of a run whose answers come from a person. Nothing waits for an answer but the very first: questions lie on the
// desk, whatever was answered is taken in at the next session, and the policy learns on in the meantime.

import { setTimeout as sleep } from 'node:timers/promises'
import type { PreferenceMoves } from '../../method.ts'
import { gather } from '../gather.ts'
import { type MovesOptions, preferenceMoves } from '../moves.ts'
import type { PersonLaboratory } from './laboratory.ts'
import { putQuestions, roomOnDesk } from './put-questions.ts'
import { takeIn } from './take-in.ts'

export function personMoves(options: MovesOptions & { readonly lab: PersonLaboratory }): PreferenceMoves {
  const { lab, signal } = options
  const { config, counters, monitor, preferences } = lab
  const moves = preferenceMoves(options)
  let askedAt = Number.NEGATIVE_INFINITY
  /** Whether the last session brought anything to learn from. */
  let news = false
  const whenNews = (move: () => Promise<void>) => async () => {
    if (news) await move()
  }

  return {
    ...moves,
    sessionDue: () => counters.steps >= askedAt + config.session.every || !knowsReward(lab),
    async gatherBranching() {
      if (knowsReward(lab) && roomOnDesk(lab) > 0) await moves.gatherBranching()
    },

    async ask() {
      askedAt = counters.steps
      await putQuestions(lab)
      const { added, removed } = takeIn(lab)
      if (removed > 0) monitor.note(`${removed} of the answers that were learned from so far no longer count`)
      news = added + removed > 0 && preferences.pairs.training().length > 0
      if (news) counters.sessions++
    },
    fitReward: whenNews(moves.fitReward),
    relabel: whenNews(moves.relabel),
    restartCritic: whenNews(moves.restartCritic),

    gatherAndLearn: () => (knowsReward(lab) ? moves.gatherAndLearn() : awaitFirst(lab, signal)),
  }
}

/** There was something to fit the reward model to. */
function knowsReward({ preferences }: PersonLaboratory): boolean {
  return preferences.affine !== undefined
}

/** Nothing can be learned before the first answer: gathers what can be asked about, up to a point, then waits. */
async function awaitFirst(lab: PersonLaboratory, signal: AbortSignal): Promise<void> {
  const { config, counters, monitor } = lab
  const enough = Math.min(config.exploration.steps + config.person.ahead, config.steps / 2)
  if (counters.steps < enough) {
    monitor.phase('gathering, no answer yet')
    await gather(lab, 'random')
  } else {
    monitor.waiting('waiting for the first answer', counters)
    await sleep(WAIT_MILLISECONDS, undefined, { signal }).catch(() => {})
  }
}

/** From one look for an answer to the next, where there is nothing else to do. */
const WAIT_MILLISECONDS = 200
