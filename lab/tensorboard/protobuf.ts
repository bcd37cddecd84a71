// The few kinds of protobuf fields that an event is made of. A message is its fields, one after another.

const WIRE = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const

/** A whole number from 0 to 2^53 - 1. */
export function integerField(field: number, value: number): Uint8Array {
  return concatenate([key(field, 'varint'), varint(value)])
}

export function doubleField(field: number, value: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setFloat64(0, value, true)
  return concatenate([key(field, 'fixed64'), bytes])
}

export function floatField(field: number, value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setFloat32(0, value, true)
  return concatenate([key(field, 'fixed32'), bytes])
}

export function textField(field: number, text: string): Uint8Array {
  return messageField(field, [new TextEncoder().encode(text)])
}

export function messageField(field: number, parts: readonly Uint8Array[]): Uint8Array {
  const content = concatenate(parts)
  return concatenate([key(field, 'bytes'), varint(content.length), content])
}

export function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function key(field: number, wire: keyof typeof WIRE): Uint8Array {
  return varint(field * 8 + WIRE[wire])
}

/** Seven bits a byte, lowest first; all but the last byte are marked. */
function varint(value: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`found ${value}, expected a whole number from 0`)
  const bytes: number[] = []
  let rest = value
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80)
  return Uint8Array.from([...bytes, rest])
}
