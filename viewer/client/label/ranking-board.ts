// Ranking of three or four clips: a row from best to worst that is arranged by dragging or by keys.

import { element, fill } from '../dom/element.ts'
import { type Value, value } from '../dom/value.ts'
import { dragAlong } from './drag-along.ts'
import type { LabelAction } from './keys.ts'
import { choose, firstOrder, groupsOf, move, type Order, ranksOf, toggleTie } from './order.ts'
import { nameOf, places } from './places.ts'
import { press } from './press.ts'

export interface RankingBoard {
  readonly root: HTMLElement
  readonly order: Value<Order>
  /** Another question with so many clips. */
  begin(count: number): void
  change(change: (order: Order) => Order): void
}

export function createRankingBoard(act: (action: LabelAction) => void): RankingBoard {
  const order = value<Order>(firstOrder(2))
  const row = element('ol', { class: 'ranking-row', 'aria-label': 'From best to worst' })
  const send = press({ action: 'send', label: 'This is the ranking', kind: 'answer send', act })
  const word = element('p', { class: 'visually-hidden', 'aria-live': 'polite' })
  const root = element(
    'div',
    { class: 'ranking', role: 'group', 'aria-label': 'Ranking', hidden: true },
    element('span', { class: 'ranking-end' }, 'Best'),
    row,
    element('span', { class: 'ranking-end' }, 'Worst'),
    send,
    word,
  )

  function draw(now: Order): void {
    const focused = row.contains(document.activeElement)
    fill(
      row,
      now.clips.flatMap((clip, place) => [card(now, clip, place), ...tieAfter(now, place)]),
    )
    if (focused) row.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
  }

  function card(now: Order, clip: number, place: number): HTMLElement {
    const name = nameOf(clip, 'ranking')
    const rank = ranksOf(now)[clip]
    const made = element(
      'button',
      {
        type: 'button',
        class: 'rank-card',
        'data-place': place,
        'data-clip': places[clip],
        'aria-pressed': String(place === now.chosen),
        'aria-label': `Clip ${name}, rank ${rank} of ${now.clips.length}`,
      },
      element('span', { class: 'swatch' }),
      name,
    )
    made.addEventListener('click', () => order.set(choose(order.now, place)))
    // Enter sends the ranking wherever one stands in it; Space chooses.
    made.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      act('send')
    })
    return element('li', {}, made)
  }

  function tieAfter({ clips, ties }: Order, place: number): HTMLElement[] {
    const tied = ties[place]
    if (tied === undefined) return []
    const [one, other] = [nameOf(clips[place]!, 'ranking'), nameOf(clips[place + 1]!, 'ranking')]
    const words = tied ? `${one} is as good as ${other}` : `${one} is better than ${other}`
    const made = element(
      'button',
      { type: 'button', class: 'tie', 'aria-label': words, title: words },
      tied ? '=' : '>',
    )
    made.addEventListener('click', () => order.set(toggleTie(order.now, place)))
    return [element('li', {}, made)]
  }

  function tell(now: Order): void {
    word.textContent = groupsOf(now)
      .map((group) => group.map((clip) => nameOf(clip, 'ranking')).join(' and '))
      .join(', then ')
  }

  dragAlong(row, (from, to) => order.set(move(order.now, from, to)))
  order.watch(draw)
  return {
    root,
    order,
    begin(count) {
      word.textContent = ''
      order.set(firstOrder(count))
    },
    change(change) {
      order.set(change(order.now))
      tell(order.now)
    },
  }
}

/** For the panes: what is chosen can be laid over the others. */
export function chosenClip({ clips, chosen }: Order): number {
  return clips[chosen] ?? 0
}
