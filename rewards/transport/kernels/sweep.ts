// Half of Sinkhorn's sweep and the beginning of the next, reading the kernel once:  u = a / (K v),  sums = K' u.

import {
  accumulate,
  advance,
  bytesOf,
  type Code,
  get,
  integer,
  type Local,
  loop,
  NUMBER,
  number,
  PAIR,
  pair,
  set,
} from '../assembler/instructions.ts'
import { kernel } from '../assembler/module.ts'

const ROWS = 4
/** Sums below count as this: a row without mass gets a scaling out of bounds, one that only pads gets 0. */
const TINY = 1e-300

/** Sizes are counts, multiples of four. */
export const sweep = kernel('sweep', (locals) => {
  const { matrix, a, u, v, sums, rows, columns } = locals.take(
    'integer',
    'matrix',
    'a',
    'u',
    'v',
    'sums',
    'rows',
    'columns',
  )
  const { end, sumsEnd, wide, at } = locals.own('integer', 'end', 'sumsEnd', 'wide', 'at')
  const { factor } = locals.own('pair', 'factor')
  const cursors = Object.values(locals.own('integer', 'first', 'second', 'third', 'fourth'))
  const totals = cursors.map(() => locals.own('pair', 'even', 'odd'))
  const scalings = Object.values(locals.own('pair', 'u0', 'u1', 'u2', 'u3'))

  const rewind = [
    ...set(cursors[0]!, get(matrix)),
    ...cursors.slice(1).flatMap((cursor, row) => set(cursor, integer.add(get(cursors[row]!), get(wide)))),
  ]
  const forward = cursors.flatMap((cursor) => advance(cursor, integer.of(2 * PAIR)))
  const multiply = (part: 'even' | 'odd', offset: number): Code => [
    ...set(factor, pair.load(get(at), offset)),
    ...totals.flatMap((total, row) => accumulate(total[part], pair.load(get(cursors[row]!), offset), get(factor))),
  ]
  const spread = (offset: number): Code => [
    ...set(factor, pair.load(get(at), offset)),
    ...scalings.flatMap((scaling, row) => accumulate(factor, pair.load(get(cursors[row]!), offset), get(scaling))),
    ...pair.store(get(at), get(factor), offset),
  ]
  const scale = (scaling: Local, row: number): Code => [
    ...set(factor, pair.add(get(totals[row]!.even), get(totals[row]!.odd))),
    ...number.store(get(u), number.divide(number.load(get(a), row * NUMBER), massOf(factor)), row * NUMBER),
    ...set(scaling, pair.loadTwice(get(u), row * NUMBER)),
  ]

  return [
    ...set(wide, bytesOf(columns)),
    ...set(sumsEnd, integer.add(get(sums), get(wide))),
    ...set(at, get(sums)),
    ...loop({ local: at, by: integer.of(PAIR), until: get(sumsEnd) }, pair.store(get(at), pair.of(0))),
    ...set(end, integer.add(get(a), bytesOf(rows))),
    ...loop({ local: a, by: integer.of(ROWS * NUMBER), until: get(end) }, [
      ...totals.flatMap(({ even, odd }) => [...set(even, pair.of(0)), ...set(odd, pair.of(0))]),
      ...rewind,
      ...set(at, get(v)),
      ...loop({ local: at, by: integer.of(2 * PAIR), until: integer.add(get(v), get(wide)) }, [
        ...multiply('even', 0),
        ...multiply('odd', PAIR),
        ...forward,
      ]),
      ...scalings.flatMap(scale),
      ...rewind,
      ...set(at, get(sums)),
      ...loop({ local: at, by: integer.of(2 * PAIR), until: get(sumsEnd) }, [
        ...spread(0),
        ...spread(PAIR),
        ...forward,
      ]),
      ...advance(u, integer.of(ROWS * NUMBER)),
      ...advance(matrix, integer.multiply(get(wide), integer.of(ROWS))),
    ]),
  ]
})

function massOf(sum: Local): Code {
  return number.larger(number.add(pair.first(get(sum)), pair.second(get(sum))), number.of(TINY))
}
