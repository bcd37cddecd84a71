// Settings drawn at random. Each key has a stream of its own, so that a further key does not change the draws of others.

import { type RandomStream, randomStream } from '../../../sim/random.ts'
import { UserError } from '../../errors/user-error.ts'
import type { Scalar, SweepFile } from '../file/schema.ts'

type Random = NonNullable<SweepFile['random']>
type Range = Exclude<Random['draw'][string], readonly Scalar[]>

/** @returns `count` sets of settings */
export function drawSettings({ count, seed, draw }: Random): ReadonlyMap<string, Scalar>[] {
  const columns = Object.entries(draw).map(([key, choice]) => {
    const stream = randomStream(seed, `sweep/${key}`)
    const next = Array.isArray(choice) ? () => choice[stream.integer(choice.length)]! : rangeDraw(key, choice, stream)
    return [key, Array.from({ length: count }, next)] as const
  })
  return Array.from({ length: count }, (_, index) => new Map(columns.map(([key, values]) => [key, values[index]!])))
}

function rangeDraw(key: string, { from, to, scale, whole }: Range, stream: RandomStream): () => number {
  if (from >= to) throw new UserError(`random.draw.${key} is from ${from} to ${to}; expected from below to`)
  if (scale === 'linear') return () => tidy(stream.uniform(from, to), whole)
  if (from <= 0) throw new UserError(`random.draw.${key} is from ${from} on a log scale; expected from above 0`)
  return () => tidy(Math.exp(stream.uniform(Math.log(from), Math.log(to))), whole)
}

/** Four digits are enough for a search, and the same on every engine. */
function tidy(value: number, whole: boolean): number {
  return whole ? Math.round(value) : Number(value.toPrecision(4))
}
