// The moves of a run whose answers come from a person. Nothing waits for an answer but the very first: questions lie on the
// desk at any time, what was answered is taken in at the next session, and the policy learns on in the meantime.

import { setTimeout as sleep } from 'node:timers/promises'
import type { PreferenceMoves } from '../../method.ts'
import { firstSession } from '../counters.ts'
import { gather } from '../gather.ts'
import { type MovesOptions, preferenceMoves } from '../moves.ts'
import type { PersonLaboratory } from './laboratory.ts'
import { takeIn } from './take-in.ts'

export function personMoves(options: MovesOptions & { readonly lab: PersonLaboratory }): PreferenceMoves {
  const { lab, signal } = options
  const { config, counters, monitor } = lab
  const moves = preferenceMoves(options)
  lab.person.refill.begin()
  const answered = () => lab.person.inquiry.desk.progress().answered
  let askedAt = { steps: Number.NEGATIVE_INFINITY, answers: 0 }
  let branchedAfter = 0
  /** Whether the last session brought anything to learn from. */
  let news = false
  const whenNews = (move: () => Promise<void>) => async () => {
    if (news) await move()
  }

  return {
    ...moves,
    /** In time, or as soon as there are as many new answers as a session wants. */
    sessionDue: () =>
      !hasLabels(lab) ||
      counters.steps >= askedAt.steps + config.session.every ||
      answered() >= askedAt.answers + config.session.labels,
    /** For the questions that take the place of those answered since the last time. */
    async gatherBranching() {
      if (!hasLabels(lab) || answered() === branchedAfter) return
      branchedAfter = answered()
      await moves.gatherBranching()
    },

    async ask() {
      askedAt = { steps: counters.steps, answers: answered() }
      await lab.person.refill.fill()
      await lab.person.refill.settle()
      const { added, removed } = takeIn(lab)
      if (removed > 0) monitor.note(`answers taken back, and learned from no more: ${removed}`)
      news = added + removed > 0 && hasLabels(lab)
      if (news) counters.sessions++
    },
    fitReward: whenNews(moves.fitReward),
    relabel: whenNews(moves.relabel),
    restartCritic: whenNews(moves.restartCritic),

    gatherAndLearn: () => (hasLabels(lab) ? moves.gatherAndLearn() : awaitFirst(lab, signal)),
  }
}

/** There is something to fit the reward model to. */
function hasLabels({ preferences }: PersonLaboratory): boolean {
  return preferences.pairs.training().length > 0
}

/** Nothing can be learned before the first answer: gathers what can be asked about, up to a point, then waits. */
async function awaitFirst(lab: PersonLaboratory, signal: AbortSignal): Promise<void> {
  const { config, counters, monitor } = lab
  const enough = Math.min(firstSession(config) + config.person.ahead, config.steps / 2)
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
