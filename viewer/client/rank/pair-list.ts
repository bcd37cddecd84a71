// The shown pairs: what the ranking says of each, which level decided, and whether that is news.

import type { RankingPair, RankingVerdict } from '../../protocol/ranking.ts'
import { element, fill, setAttributes, setText } from '../dom/element.ts'
import { answerWords, decidedBy, reasonWords } from './verdict-words.ts'

export interface Judged {
  readonly pairs: readonly RankingPair[]
  readonly verdicts: readonly RankingVerdict[]
  readonly order: readonly string[]
}

export interface PairList {
  readonly root: HTMLElement
  /** @param before what was said of the same pairs by the ranking before */
  show(judged: Judged, before: ReadonlyMap<string, RankingVerdict>): void
  showChosen(pair: string | undefined): void
}

export function createPairList(onChoose: (pair: RankingPair) => void): PairList {
  const list = element('ul', { class: 'rank-pairs', 'aria-label': 'Pairs' })
  const news = element('p', { class: 'quiet', role: 'status' })
  let buttons = new Map<string, HTMLElement>()

  function row(pair: RankingPair, place: number, judged: Judged, changed: boolean): HTMLElement {
    const verdict = judged.verdicts[place]!
    const button = element(
      'button',
      { type: 'button', class: 'rank-pair', 'data-answer': verdict.answer },
      element('span', { class: 'pair-name' }, `Pair ${place + 1}`),
      element('span', { class: 'pair-answer' }, answerWords(verdict)),
      changed ? element('span', { class: 'badge', 'data-tone': 'warning' }, 'changed') : undefined,
      element('span', { class: 'pair-reason' }, reasonWords(verdict, judged.order)),
    )
    button.addEventListener('click', () => onChoose(pair))
    buttons.set(pair.id, button)
    return element('li', {}, button)
  }

  return {
    root: element('section', { class: 'card', 'aria-label': 'What the ranking says' }, news, list),
    show(judged, before) {
      buttons = new Map()
      const changed = judged.pairs.map(({ id }, place) => {
        const old = before.get(id)
        return old !== undefined && old.answer !== judged.verdicts[place]!.answer
      })
      fill(
        list,
        judged.pairs.map((pair, place) => row(pair, place, judged, changed[place]!)),
      )
      const { ties } = decidedBy(judged.verdicts, judged.order.length)
      const count = changed.filter(Boolean).length
      const whole = `${judged.pairs.length} pairs, ${ties} ${ties === 1 ? 'tie' : 'ties'}`
      setText(news, before.size === 0 ? whole : `${whole}; ${count} ${count === 1 ? 'answer' : 'answers'} changed`)
    },
    showChosen(pair) {
      for (const [id, button] of buttons) setAttributes(button, { 'aria-pressed': String(id === pair) })
    },
  }
}
