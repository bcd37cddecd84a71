// The arrays that preference files share, back as pairs of segments.

import { answerFromLabel, type LabelConventionName } from '../../../../rewards/preference/label-conventions.ts'
import { UserError } from '../../../errors/user-error.ts'
import type { ArraySource } from '../array-file.ts'
import { type DecodedPairs, finalNames, type Side } from './layout.ts'
import type { PairSegment, PreferencePair } from './pairs.ts'

/** One kind of number over the steps of all segments of a side. */
export interface Block {
  /** Of the array, for errors. */
  readonly name: string
  readonly count: number
  readonly length: number
  /** Numbers in a step. */
  readonly columns: number
  readonly values: Float32Array
}

export function block(source: ArraySource, name: string): Block {
  const shape = source.shape(name)
  const [count = 0, length = 0, columns = 1] = shape
  if (shape.length < 2 || shape.length > 3 || length === 0) {
    throw new UserError(
      `${source.path}: ${name} has the shape [${shape.join(', ')}], expected [pairs, steps, numbers] of vectors`,
    )
  }
  return { name, count, length, columns, values: source.floats(name).values }
}

/** Columns `from` to `to` of each step. */
export function columnsOf({ name, count, length, columns, values }: Block, from: number, to: number): Block {
  const width = to - from
  const cut = new Float32Array(count * length * width)
  for (let row = 0; row < count * length; row++) {
    cut.set(values.subarray(row * columns + from, row * columns + to), row * width)
  }
  return { name, count, length, columns: width, values: cut }
}

export function readAnswers(
  source: ArraySource,
  name: string,
  convention: LabelConventionName,
): PreferencePair['answer'][] {
  return Array.from(source.floats(name, 1).values, (label, pair) => {
    try {
      return answerFromLabel(convention, label) as PreferencePair['answer']
    } catch (error) {
      throw new UserError(`${source.path}: ${name} of pair ${pair}. ${(error as Error).message}`)
    }
  })
}

export interface ReadSide {
  readonly observations: Block
  readonly actions: Block
  readonly rewards: Block
  /** One step later than `observations`. */
  readonly next?: Block
}

/** @throws UserError where there are no pairs, or arrays do not fit each other */
export function assemble(
  source: ArraySource,
  sides: Readonly<Record<Side, ReadSide>>,
  answers: readonly PreferencePair['answer'][],
): DecodedPairs {
  const { observations, actions } = sides.first
  const [count, length] = [answers.length, observations.length]
  if (count === 0) throw new UserError(`${source.path} holds no pairs, expected at least one`)
  for (const { observations: seen, actions: done, rewards, next } of Object.values(sides)) {
    for (const each of [seen, next ?? seen]) check(source, each, [count, length, observations.columns])
    check(source, done, [count, length, actions.columns])
    check(source, rewards, [count, length, 1])
  }
  const ends = { first: finalOf(source, sides, 'first'), second: finalOf(source, sides, 'second') }
  const segment = (side: Side, pair: number): PairSegment => {
    const now = rowOf(sides[side].observations, pair)
    const end = ends[side]
    return {
      observations: end === undefined ? now : joined(now, rowOf(end, pair)),
      actions: rowOf(sides[side].actions, pair),
      rewards: rowOf(sides[side].rewards, pair),
      row: 0,
    }
  }
  return {
    ...{ observationSize: observations.columns, actionSize: actions.columns, length },
    pairs: answers.map((answer, pair) => ({
      ...{ answer, first: segment('first', pair), second: segment('second', pair) },
    })),
    notes: [],
  }
}

function check({ path }: ArraySource, { name, count, length, columns }: Block, expected: readonly number[]): void {
  const found = [count, length, columns]
  if (found.every((size, axis) => size === expected[axis])) return
  throw new UserError(`${path}: ${name} has the shape [${found.join(', ')}], expected [${expected.join(', ')}]`)
}

/** What each segment ends in, one step of it, where the file says. */
function finalOf(source: ArraySource, sides: Readonly<Record<Side, ReadSide>>, side: Side): Block | undefined {
  const { observations, next } = sides[side]
  const { count, columns, length } = observations
  if (next !== undefined) {
    const width = length * columns
    return columnsOf({ ...next, length: 1, columns: width }, width - columns, width)
  }
  const name = finalNames[side]
  if (!source.has(name)) return undefined
  const last = {
    name,
    count: source.shape(name)[0] ?? 0,
    length: 1,
    columns,
    values: source.floats(name, columns).values,
  }
  check(source, last, [count, 1, columns])
  return last
}

function rowOf({ length, columns, values }: Block, row: number): Float32Array {
  return values.subarray(row * length * columns, (row + 1) * length * columns)
}

function joined(one: Float32Array, other: Float32Array): Float32Array {
  const all = new Float32Array(one.length + other.length)
  all.set(one)
  all.set(other, one.length)
  return all
}
