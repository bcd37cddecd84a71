// The WebAssembly instructions that kernels are written in, as functions of the code of their operands. `pair` is two
// doubles in one 128-bit value. Addresses count bytes.

import { double, signed, unsigned } from './bytes.ts'

export type Code = readonly number[]

export const TYPES = { integer: 0x7f, number: 0x7c, pair: 0x7b } as const
export type ValueType = keyof typeof TYPES

export interface Local {
  readonly type: ValueType
  readonly index: number
}

/** Bytes of one number. */
export const NUMBER = 8
/** Bytes of a number of half the precision. */
export const SINGLE = 4
/** Bytes of a pair. */
export const PAIR = 16

const one =
  (...operation: Code) =>
  (value: Code): Code => [...value, ...operation]
const two =
  (...operation: Code) =>
  (left: Code, right: Code): Code => [...left, ...right, ...operation]

export function get({ index }: Local): Code {
  return [0x20, ...unsigned(index)]
}

export function set({ index }: Local, value: Code): Code {
  return [...value, 0x21, ...unsigned(index)]
}

export const integer = {
  of: (value: number): Code => [0x41, ...signed(value)],
  add: two(0x6a),
  subtract: two(0x6b),
  multiply: two(0x6c),
  less: two(0x49),
  lesser: (left: Code, right: Code): Code => [...left, ...right, ...integer.less(left, right), 0x1b],
}

export const number = {
  of: (value: number): Code => [0x44, ...double(value)],
  load: (address: Code, offset = 0): Code => [...address, 0x2b, 3, ...unsigned(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [...address, ...value, 0x39, 3, ...unsigned(offset)],
  add: two(0xa0),
  divide: two(0xa3),
  larger: two(0xa5),
}

/** Instructions on 128 bits have a prefix and a number of their own. */
const wide = (code: number): Code => [0xfd, ...unsigned(code)]

export const pair = {
  /** The same number twice. */
  of: (value: number): Code => [...wide(0x0c), ...double(value), ...double(value)],
  twice: one(...wide(0x14)),
  load: (address: Code, offset = 0): Code => [...address, ...wide(0x00), 3, ...unsigned(offset)],
  loadTwice: (address: Code, offset = 0): Code => [...address, ...wide(0x0a), 3, ...unsigned(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [
    ...address,
    ...value,
    ...wide(0x0b),
    3,
    ...unsigned(offset),
  ],
  first: one(...wide(0x21), 0),
  second: one(...wide(0x21), 1),
  add: two(...wide(0xf0)),
  subtract: two(...wide(0xf1)),
  multiply: two(...wide(0xf2)),
  smaller: two(...wide(0xf4)),
  larger: two(...wide(0xf5)),
  /** All bits set where the left number is at least the right one. */
  atLeast: two(...wide(0x4c)),
  and: two(...wide(0x4e)),
}

/** Four numbers of half the precision in one 128-bit value; loaded and stored as a pair is. */
export const quad = {
  /** The same number four times. */
  loadFourTimes: (address: Code, offset = 0): Code => [...address, ...wide(0x09), 2, ...unsigned(offset)],
  add: two(...wide(0xe4)),
  multiply: two(...wide(0xe6)),
}

/** Two 64-bit integers in a pair. */
export const bits = {
  of: (value: number): Code => [...wide(0x0c), ...wholes(value), ...wholes(value)],
  add: two(...wide(0xce)),
  shiftLeft: (value: Code, by: number): Code => [...value, ...integer.of(by), ...wide(0xcb)],
}

function wholes(value: number): Code {
  return [...new Uint8Array(BigInt64Array.of(BigInt(value)).buffer)]
}

/** Adds to a local integer. */
export function advance(local: Local, by: Code): Code {
  return set(local, integer.add(get(local), by))
}

export interface Walk {
  readonly local: Local
  readonly by: Code
  readonly until: Code
}

/** Does the body, moves on, and goes on while the local is less than `until`: at least once. */
export function loop({ local, by, until }: Walk, body: Code): Code {
  return [0x03, 0x40, ...body, ...advance(local, by), ...integer.less(get(local), until), 0x0d, 0x00, 0x0b]
}

/** Adds a product to a local pair, or quad. */
export function accumulate(sum: Local, left: Code, right: Code, { add, multiply }: Arithmetic = pair): Code {
  return set(sum, add(get(sum), multiply(left, right)))
}

interface Arithmetic {
  readonly add: (left: Code, right: Code) => Code
  readonly multiply: (left: Code, right: Code) => Code
}

/** Bytes of so many numbers. */
export function bytesOf(count: Local, each = NUMBER): Code {
  return integer.multiply(get(count), integer.of(each))
}
