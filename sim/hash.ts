// A fingerprint of numbers by their bits: equal bits, equal hash. Not for secrets.

const PRIME = 0x01000193

/** Two 32-bit FNV-style lanes over the bits of the numbers added. */
export class StateHash {
  #low = 0x811c9dc5
  #high = 0x9e3779b9
  readonly #double = new Float64Array(1)
  readonly #words = new Uint32Array(this.#double.buffer)

  /** Adds one number as its 64 bits; +0 and -0 differ. */
  add(value: number): this {
    this.#double[0] = value
    this.#mix(this.#words[0]!)
    this.#mix(this.#words[1]!)
    return this
  }

  addAll(values: Iterable<number>): this {
    for (const value of values) this.add(value)
    return this
  }

  /** Sixteen hexadecimal digits of what was added so far. */
  digest(): string {
    return hex(this.#low) + hex(this.#high)
  }

  #mix(word: number): void {
    this.#low = Math.imul(this.#low ^ word, PRIME)
    this.#low ^= this.#low >>> 15
    this.#high = Math.imul(this.#high ^ ((word << 16) | (word >>> 16)), 0x85ebca6b)
    this.#high ^= this.#high >>> 13
  }
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}
