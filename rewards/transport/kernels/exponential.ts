// Gibbs kernel, K[i, j] = exp((f[i] + g[j] - C[i, j]) / epsilon), two entries at a time.
//
// exp(x) = 2^k exp(r) with k the whole number nearest to x / ln 2: what is left, |r| <= ln(2) / 2, is small enough for twelve
// terms of Taylor's series, and 2^k is written into the exponent of a double.

import {
  advance,
  bits,
  bytesOf,
  type Code,
  get,
  integer,
  type Local,
  loop,
  NUMBER,
  PAIR,
  pair,
  set,
} from '../assembler/instructions.ts'
import { kernel, type Locals } from '../assembler/module.ts'

/** ln 2 in two parts, of which the first has room to be multiplied by any k without rounding. */
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
/** Adding this rounds to a whole number and leaves that in the lowest bits. */
const ROUND = 1.5 * 2 ** 52
/** Below the least exponent of a normal double the answer is 0; above the largest it stays there. */
const LEAST = -708
const MOST = 709
const TERMS = 12

/** 1 / n! */
const series = Array.from({ length: TERMS + 1 }, (_, n) => {
  let factorial = 1
  for (let k = 2; k <= n; k++) factorial *= k
  return 1 / factorial
})

/** `rows` is a count, `columns` too, a multiple of two. */
export const gibbs = kernel('gibbs', (locals) => {
  const { cost, out, f, g, rows, columns } = locals.take('integer', 'cost', 'out', 'f', 'g', 'rows', 'columns')
  const { inverse } = locals.take('number', 'inverse')
  const { rowsEnd, end, at } = locals.own('integer', 'rowsEnd', 'end', 'at')
  const { scale, potential } = locals.own('pair', 'scale', 'potential')
  const exponential = exponentialOf(locals)
  const exponent = pair.multiply(
    pair.subtract(pair.add(get(potential), pair.load(get(at))), pair.load(get(cost))),
    get(scale),
  )
  return [
    ...set(scale, pair.twice(get(inverse))),
    ...set(rowsEnd, integer.add(get(f), bytesOf(rows))),
    ...set(end, integer.add(get(g), bytesOf(columns))),
    ...loop({ local: f, by: integer.of(NUMBER), until: get(rowsEnd) }, [
      ...set(potential, pair.loadTwice(get(f))),
      ...set(at, get(g)),
      ...loop({ local: at, by: integer.of(PAIR), until: get(end) }, [
        ...exponential.of(exponent),
        ...pair.store(get(out), exponential.value),
        ...advance(cost, integer.of(PAIR)),
        ...advance(out, integer.of(PAIR)),
      ]),
    ]),
  ]
})

/** Code that computes exp of a pair, and the one that reads it. */
function exponentialOf(locals: Locals): { readonly of: (value: Code) => Code; readonly value: Code } {
  const { x, shifted, rest } = locals.own('pair', 'x', 'shifted', 'rest')
  const whole = pair.subtract(get(shifted), pair.of(ROUND))
  const power = bits.shiftLeft(bits.add(get(shifted), bits.of(1023)), 52)
  return {
    of: (value) => [
      ...set(x, pair.smaller(value, pair.of(MOST))),
      ...set(shifted, pair.add(pair.multiply(get(x), pair.of(Math.LOG2E)), pair.of(ROUND))),
      ...set(rest, pair.subtract(get(x), pair.multiply(whole, pair.of(LN2_HIGH)))),
      ...set(rest, pair.subtract(get(rest), pair.multiply(whole, pair.of(LN2_LOW)))),
    ],
    value: pair.and(pair.multiply(taylor(rest), power), pair.atLeast(get(x), pair.of(LEAST))),
  }
}

function taylor(x: Local): Code {
  return series
    .slice(0, -1)
    .reduceRight<Code>((sum, term) => pair.add(pair.multiply(sum, get(x)), pair.of(term)), pair.of(series.at(-1)!))
}
