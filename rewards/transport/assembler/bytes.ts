// Numbers and lists as WebAssembly's binary format writes them.

export type Bytes = readonly number[]

/** LEB128. */
export function unsigned(value: number): Bytes {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...unsigned(Math.floor(value / 0x80))]
}

export function signed(value: number): Bytes {
  return value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)]
}

export function double(value: number): Bytes {
  return [...new Uint8Array(Float64Array.of(value).buffer)]
}

export function text(value: string): Bytes {
  return counted([...value].map((letter) => [letter.charCodeAt(0)]))
}

export function counted(items: readonly Bytes[]): Bytes {
  return [...unsigned(items.length), ...items.flat()]
}

/** What follows, in bytes, and then that. */
export function sized(content: Bytes): Bytes {
  return [...unsigned(content.length), ...content]
}
