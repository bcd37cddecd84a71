// What can be said about a question: answers to a pair, and what is common to all questions.

import { element, setAttributes } from '../dom/element.ts'
import type { LabelAction, Mode } from './keys.ts'
import { press } from './press.ts'
import type { RankingBoard } from './ranking-board.ts'

export interface AnswerBar {
  readonly root: HTMLElement
  readonly ranking: RankingBoard
  /** Undefined while nothing is asked. */
  showMode(mode: Mode | undefined): void
  showToggles(on: { readonly ghost: boolean; readonly review: boolean; readonly mark: boolean }): void
  showUndo(possible: boolean): void
}

export function createAnswerBar(act: (action: LabelAction) => void, ranking: RankingBoard): AnswerBar {
  const button = (action: LabelAction, label: string, kind?: string) =>
    press({ action, label, act, ...(kind === undefined ? {} : { kind }) })
  const answers = [
    button('left-is-better', 'Left is better', 'answer left'),
    button('equal', 'Equal', 'answer'),
    button('right-is-better', 'Right is better', 'answer right'),
  ]
  const mark = button('mark', 'Mark')
  const skip = button('skip', 'Skip')
  const undo = button('undo', 'Undo')
  const ghost = button('ghost', 'Ghost')
  const review = button('review', 'Review')
  const pair = element('div', { class: 'answers', role: 'group', 'aria-label': 'Answer' }, ...answers)
  return {
    root: element(
      'section',
      { class: 'answer-bar', 'aria-label': 'Your answer' },
      pair,
      ranking.root,
      element('div', { class: 'asides', role: 'group', 'aria-label': 'Besides' }, mark, skip, undo, ghost, review),
    ),
    ranking,
    showMode(mode) {
      setAttributes(pair, { hidden: mode === 'ranking' })
      setAttributes(ranking.root, { hidden: mode !== 'ranking' })
      setAttributes(mark, { hidden: mode === 'ranking' })
      for (const each of [...answers, mark, skip]) each.disabled = mode === undefined
    },
    showToggles(on) {
      setAttributes(mark, { 'aria-pressed': String(on.mark) })
      setAttributes(ghost, { 'aria-pressed': String(on.ghost) })
      setAttributes(review, { 'aria-pressed': String(on.review) })
    },
    showUndo(possible) {
      undo.disabled = !possible
      review.disabled = !possible
    },
  }
}
