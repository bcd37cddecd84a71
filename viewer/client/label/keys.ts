// Every key of the labelling page. Arrows answer; what they mean depends on what is asked, a pair or a ranking.

import { findAction, type KeyGroup, type Pressed } from '../keys/binding.ts'
import { type Action, cameraKeys, pageKeys } from '../keys/table.ts'

export type AnswerAction = 'left-is-better' | 'right-is-better' | 'equal' | 'mark'
export type RankingAction = 'choose-left' | 'choose-right' | 'move-left' | 'move-right' | 'tie' | 'send'
export type DeskAction = 'skip' | 'undo' | 'ghost' | 'review' | 'instructions'
export type LabelAction = Action | AnswerAction | RankingAction | DeskAction

/** What a question asks for. */
export type Mode = 'pair' | 'ranking'

const pairKeys: KeyGroup<LabelAction> = {
  title: 'Two clips',
  keys: [
    { key: 'ArrowLeft', label: '←', action: 'left-is-better', does: 'left is better' },
    { key: 'ArrowRight', label: '→', action: 'right-is-better', does: 'right is better' },
    { key: 'ArrowDown', label: '↓', action: 'equal', does: 'equally good' },
    { key: 'm', label: 'M', action: 'mark', does: 'this instant decides it' },
  ],
}

const rankingKeys: KeyGroup<LabelAction> = {
  title: 'Three or four clips',
  keys: [
    { key: 'ArrowLeft', label: '←', action: 'choose-left', does: 'choose the one before' },
    { key: 'ArrowRight', label: '→', action: 'choose-right', does: 'choose the one after' },
    { key: 'ArrowLeft', shift: true, label: 'Shift ←', action: 'move-left', does: 'move it up' },
    { key: 'ArrowRight', shift: true, label: 'Shift →', action: 'move-right', does: 'move it down' },
    { key: 'ArrowDown', label: '↓', action: 'tie', does: 'as good as the next, or better' },
    { key: 'Enter', label: 'Enter', action: 'send', does: 'this is the ranking' },
  ],
}

const deskKeys: KeyGroup<LabelAction> = {
  title: 'Questions',
  keys: [
    { key: 's', label: 'S', action: 'skip', does: 'skip: cannot be compared' },
    { key: 'u', label: 'U', action: 'undo', does: 'take the last answer back' },
    { key: 'r', label: 'R', action: 'review', does: 'look at the last question again' },
    { key: 'i', label: 'I', action: 'instructions', does: 'instructions' },
  ],
}

const clockKeys: KeyGroup<LabelAction> = {
  title: 'Clock',
  keys: [
    { key: ' ', label: 'Space', action: 'toggle-play', does: 'play or pause' },
    { key: ',', label: ',', action: 'step-back', does: 'one frame back' },
    { key: '.', label: '.', action: 'step-forward', does: 'one frame on' },
    { key: 'Home', label: 'Home', action: 'to-start', does: 'to the start' },
    { key: 'End', label: 'End', action: 'to-end', does: 'to the end' },
    { key: '[', label: '[', action: 'slower', does: 'slower' },
    { key: ']', label: ']', action: 'faster', does: 'faster' },
    { key: 'o', label: 'O', action: 'toggle-loop', does: 'loop or stop at the end' },
  ],
}

const viewKeys: KeyGroup<LabelAction> = {
  title: cameraKeys.title,
  keys: [...cameraKeys.keys, { key: 'g', label: 'G', action: 'ghost', does: 'lay one clip over the other' }],
}

const shared = [deskKeys, clockKeys, viewKeys, pageKeys] as const
const tables: Readonly<Record<Mode, readonly KeyGroup<LabelAction>[]>> = {
  pair: [pairKeys, ...shared],
  ranking: [rankingKeys, ...shared],
}

/** All of them, for the legend. */
export const labelKeys: readonly KeyGroup<LabelAction>[] = [pairKeys, rankingKeys, ...shared]

export function labelActionOf(pressed: Pressed, mode: Mode): LabelAction | undefined {
  return findAction(tables[mode], pressed)
}

/** What the legend prints on the key of an action. */
export function keyLabel(action: LabelAction): string {
  return labelKeys.flatMap((group) => group.keys).find((each) => each.action === action)?.label ?? ''
}
