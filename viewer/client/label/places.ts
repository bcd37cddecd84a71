// Where clips lie on the page, from left to right, and what they are called there.

import type { Mode } from './keys.ts'

export const places = ['a', 'b', 'c', 'd'] as const
export type Place = (typeof places)[number]

/** As the page's colours --left, --right, --third and --fourth, for ghosts. */
export const ghostColours: Readonly<Record<Place, string>> = {
  a: '#d08334',
  b: '#2f9d90',
  c: '#7b63c9',
  d: '#c2527f',
}

export function nameOf(place: number, mode: Mode): string {
  return mode === 'pair' ? (['Left', 'Right'][place] ?? '') : ('ABCD'[place] ?? '')
}

export function modeOf(question: { readonly clips: readonly unknown[] }): Mode {
  return question.clips.length === 2 ? 'pair' : 'ranking'
}
