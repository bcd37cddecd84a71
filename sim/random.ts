// Seeded random numbers, split by name so that a new consumer never shifts the numbers of another. Integer arithmetic and
// + - * / only: a seed gives the same numbers on every JavaScript engine.

import { naturalLogarithm } from './elementary.ts'

/** Everything that a stream needs to go on; plain numbers, fit for JSON. */
export type RandomState = readonly [number, number, number, number]

export interface RandomStream {
  /** In [low, high), 53 random bits. */
  uniform(low: number, high: number): number
  /** Standard normal. */
  normal(): number
  /** In 0 .. count - 1, every value equally likely. */
  integer(count: number): number
  state(): RandomState
  restore(state: RandomState): void
}

/** The stream called `name` of `seed`; streams of different names are independent. */
export function randomStream(seed: number, name: string): RandomStream {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`a seed is a whole number from 0 to 2^53 - 1, found ${seed}`)
  }
  const stream = new Sfc32(seedWords(seed, name))
  for (let i = 0; i < WARM_UP; i++) stream.integer(1)
  return stream
}

/** Draws thrown away after seeding, as the author of sfc32 advises. */
const WARM_UP = 15

/** Chris Doty-Humphrey's sfc32: 128 bits of state, period at least 2^32. */
class Sfc32 implements RandomStream {
  #a = 0
  #b = 0
  #c = 0
  #counter = 0

  constructor(state: RandomState) {
    this.restore(state)
  }

  uniform(low: number, high: number): number {
    const high26 = this.#next() >>> 6
    const low27 = this.#next() >>> 5
    return low + ((high26 * 0x8000000 + low27) / 0x20000000000000) * (high - low)
  }

  /** Marsaglia's polar method; the second number of each pair is dropped so that the state stays four words. */
  normal(): number {
    for (;;) {
      const x = this.uniform(-1, 1)
      const y = this.uniform(-1, 1)
      const square = x * x + y * y
      if (square < 1 && square > 0) return x * Math.sqrt((-2 * naturalLogarithm(square)) / square)
    }
  }

  integer(count: number): number {
    if (!Number.isInteger(count) || count < 1 || count > 0x100000000) {
      throw new RangeError(`integer(count) takes a whole number from 1 to 2^32, found ${count}`)
    }
    const fair = 0x100000000 - (0x100000000 % count)
    let draw = this.#next()
    while (draw >= fair) draw = this.#next()
    return draw % count
  }

  state(): RandomState {
    return [this.#a >>> 0, this.#b >>> 0, this.#c >>> 0, this.#counter >>> 0]
  }

  restore([a, b, c, counter]: RandomState): void {
    this.#a = a | 0
    this.#b = b | 0
    this.#c = c | 0
    this.#counter = counter | 0
  }

  #next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return sum >>> 0
  }
}

function seedWords(seed: number, name: string): RandomState {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  const words = [seed >>> 0, Math.floor(seed / 0x100000000), hash >>> 0, name.length]
  let state = 0
  const mixed = [0, 1, 2, 3].map((i) => {
    for (const word of words) state = scramble((state ^ word) + 0x9e3779b9 + i)
    return state >>> 0
  })
  return [mixed[0]!, mixed[1]!, mixed[2]!, mixed[3]!]
}

/** The finaliser of MurmurHash3: every input bit changes about half of the output bits. */
function scramble(word: number): number {
  let mixed = word | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
