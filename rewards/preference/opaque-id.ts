// Names that say nothing about what they name, the same for the same thing: a page learns nothing from them, and a
// server that was started again knows them.

/** 16 hexadecimal digits, 64 bits of hash. */
export function opaqueId(...parts: readonly (string | number)[]): string {
  const text = JSON.stringify(parts)
  return hash(text, 0x9747b28c).toString(16).padStart(8, '0') + hash(text, 0x3c6ef372).toString(16).padStart(8, '0')
}

/** 0 ... count - 1, every value as likely, decided by the text alone. */
export function hashedInteger(text: string, count: number): number {
  return Math.floor((hash(text, 0x51ed270b) / 2 ** 32) * count)
}

/** MurmurHash3's mixing over UTF-16 units. @source Appleby 2011 */
function hash(text: string, seed: number): number {
  let state = seed
  for (let i = 0; i < text.length; i++) {
    state = rotate(state ^ Math.imul(rotate(Math.imul(text.charCodeAt(i), 0xcc9e2d51), 15), 0x1b873593), 13)
    state = Math.imul(state, 5) + 0xe6546b64
  }
  state ^= text.length
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}
