// What each action of the labelling page's keys and buttons does.

import { type Actors, performer } from '../keys/actions.ts'
import type { Action } from '../keys/table.ts'
import type { PairChoice } from './judgement.ts'
import type { AnswerAction, DeskAction, LabelAction, RankingAction } from './keys.ts'
import { choose, groupsOf, move, type Order, toggleTie } from './order.ts'

type Own = AnswerAction | RankingAction | DeskAction

export interface LabelActors extends Actors {
  readonly answer: (choice: PairChoice) => void
  readonly rank: (groups: readonly (readonly number[])[]) => void
  readonly orderNow: () => Order
  readonly changeOrder: (change: (order: Order) => Order) => void
  readonly mark: () => void
  readonly skip: () => void
  readonly undo: () => void
  readonly toggleGhost: () => void
  readonly toggleReview: () => void
  readonly toggleInstructions: () => void
}

export function labelPerformer(actors: LabelActors): (action: LabelAction) => void {
  const { answer, changeOrder } = actors
  const table: Readonly<Record<Own, () => void>> = {
    'left-is-better': () => answer('left'),
    'right-is-better': () => answer('right'),
    equal: () => answer('equal'),
    mark: actors.mark,
    'choose-left': () => changeOrder((now) => choose(now, now.chosen - 1)),
    'choose-right': () => changeOrder((now) => choose(now, now.chosen + 1)),
    'move-left': () => changeOrder((now) => move(now, now.chosen, now.chosen - 1)),
    'move-right': () => changeOrder((now) => move(now, now.chosen, now.chosen + 1)),
    tie: () => changeOrder((now) => toggleTie(now, now.chosen)),
    send: () => actors.rank(groupsOf(actors.orderNow())),
    skip: actors.skip,
    undo: actors.undo,
    ghost: actors.toggleGhost,
    review: actors.toggleReview,
    instructions: actors.toggleInstructions,
  }
  const shared = performer(actors)
  return (action) => (isOwn(action) ? table[action]() : shared(action))

  function isOwn(action: Own | Action): action is Own {
    return Object.hasOwn(table, action)
  }
}
