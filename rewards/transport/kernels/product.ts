// Matrix product, out += A B, of doubles or of singles. A tile of sums, two rows by two pairs or quads, stays in registers; as
// many columns of a layer of B are packed into a strip that stays in the nearest cache, and a block of A, used again for
// every strip, in the next.
//
// Larger tiles are slower: compilers move the loads of a loop's body to its beginning, and what does not fit into registers
// then goes through memory.

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
  PAIR,
  pair,
  quad,
  SINGLE,
  set,
} from '../assembler/instructions.ts'
import { type Kernel, kernel, type Locals } from '../assembler/module.ts'

/** Rows of a tile, bytes of one of its rows, and how many steps of depth a turn of the innermost loop takes. */
const TALL = 2
const STRIP = 2 * PAIR
const STEPS = 2
/** Rows of a block, and how deep a layer is. */
const BLOCK = 64
const LAYER = 128
/** Doubles that a strip has room for. */
export const STRIP_ROOM = (STRIP * LAYER) / NUMBER

/** What the same loops work with. */
interface Precision {
  /** Bytes of a number. */
  readonly size: number
  readonly spread: (address: Code, offset: number) => Code
  readonly arithmetic: Pick<typeof pair, 'add' | 'multiply'>
}

/** Sizes are counts, multiples of eight. */
export const product = productOf('product', { size: NUMBER, spread: pair.loadTwice, arithmetic: pair })
/** In singles: twice as fast, to seven digits. */
export const roughProduct = productOf('roughProduct', { size: SINGLE, spread: quad.loadFourTimes, arithmetic: quad })

function productOf(name: string, precision: Precision): Kernel {
  return kernel(name, (locals) => write(locals, precision))
}

function write(locals: Locals, { size, spread, arithmetic }: Precision): Code {
  const { a, b, out, rows, depth, columns, strip } = locals.take(
    'integer',
    'a',
    'b',
    'out',
    'rows',
    'depth',
    'columns',
    'strip',
  )
  const { top, bottom, i, j, from, to, deep, wide, stripEnd } = locals.own(
    'integer',
    'top',
    'bottom',
    'i',
    'j',
    'from',
    'to',
    'deep',
    'wide',
    'stripEnd',
  )
  const { layer } = locals.own('integer', 'layer')
  const { left, right, factor } = locals.own('pair', 'left', 'right', 'factor')
  const rowsOfA = Object.values(locals.own('integer', 'first', 'second'))
  const sums = Array.from({ length: TALL }, () => locals.own('pair', 'left', 'right'))

  const pack = [
    ...set(from, integer.add(place({ base: b, row: layer, plus: 0, width: wide }), bytesOf(j, size))),
    ...set(to, get(strip)),
    ...loop({ local: to, by: integer.of(STRIP), until: get(stripEnd) }, [
      ...pair.store(get(to), pair.load(get(from))),
      ...pair.store(get(to), pair.load(get(from), PAIR), PAIR),
      ...advance(from, get(wide)),
    ]),
  ]

  const step = (k: number): Code => [
    ...set(left, pair.load(get(from), k * STRIP)),
    ...set(right, pair.load(get(from), k * STRIP + PAIR)),
    ...sums.flatMap((sum, row) => [
      ...set(factor, spread(get(rowsOfA[row]!), k * size)),
      ...accumulate(sum.left, get(factor), get(left), arithmetic),
      ...accumulate(sum.right, get(factor), get(right), arithmetic),
    ]),
  ]

  const tile = [
    ...rowsOfA.flatMap((x, row) =>
      set(x, integer.add(place({ base: a, row: i, plus: row, width: deep }), bytesOf(layer, size))),
    ),
    ...set(to, integer.add(place({ base: out, row: i, plus: 0, width: wide }), bytesOf(j, size))),
    ...sums.flatMap((sum) => [
      ...set(sum.left, pair.load(get(to))),
      ...set(sum.right, pair.load(get(to), PAIR)),
      ...advance(to, get(wide)),
    ]),
    ...set(from, get(strip)),
    ...loop({ local: from, by: integer.of(STEPS * STRIP), until: get(stripEnd) }, [
      ...Array.from({ length: STEPS }, (_, k) => k).flatMap(step),
      ...rowsOfA.flatMap((x) => advance(x, integer.of(STEPS * size))),
    ]),
    ...set(to, integer.add(place({ base: out, row: i, plus: 0, width: wide }), bytesOf(j, size))),
    ...sums.flatMap((sum) => [
      ...pair.store(get(to), get(sum.left)),
      ...pair.store(get(to), get(sum.right), PAIR),
      ...advance(to, get(wide)),
    ]),
  ]

  const lesser = (limit: Local, start: Local, size: number) =>
    integer.lesser(get(limit), integer.add(get(start), integer.of(size)))

  return [
    ...set(deep, bytesOf(depth, size)),
    ...set(wide, bytesOf(columns, size)),
    ...loop({ local: layer, by: integer.of(LAYER), until: get(depth) }, [
      ...set(stripEnd, integer.subtract(lesser(depth, layer, LAYER), get(layer))),
      ...set(stripEnd, integer.add(get(strip), integer.multiply(get(stripEnd), integer.of(STRIP)))),
      ...set(top, integer.of(0)),
      ...loop({ local: top, by: integer.of(BLOCK), until: get(rows) }, [
        ...set(bottom, lesser(rows, top, BLOCK)),
        ...set(j, integer.of(0)),
        ...loop({ local: j, by: integer.of(STRIP / size), until: get(columns) }, [
          ...pack,
          ...set(i, get(top)),
          ...loop({ local: i, by: integer.of(TALL), until: get(bottom) }, tile),
        ]),
      ]),
    ]),
  ]
}

interface Place {
  readonly base: Local
  readonly row: Local
  readonly plus: number
  /** Bytes of a row. */
  readonly width: Local
}

function place({ base, row, plus, width }: Place): Code {
  return integer.add(get(base), integer.multiply(integer.add(get(row), integer.of(plus)), get(width)))
}
