// The notes that an ONNX file carries: its metadata, field 14 of the model, each a key (1) and a value (2) in protobuf's
// wire format. Pure.

const metadataField = 14
const wire = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const

export class OnnxFormatError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'OnnxFormatError'
  }
}

/** @throws OnnxFormatError when the bytes are no protobuf message */
export function readNotes(onnx: Uint8Array): Readonly<Record<string, string>> {
  const notes: Record<string, string> = {}
  for (const { field, bytes } of fieldsOf(onnx)) {
    if (field !== metadataField) continue
    const [key, value] = [1, 2].map((part) => fieldsOf(bytes).find((each) => each.field === part)?.bytes)
    if (key !== undefined) notes[text(key)] = value === undefined ? '' : text(value)
  }
  return notes
}

interface Field {
  readonly field: number
  /** Empty for numbers, which no note is. */
  readonly bytes: Uint8Array
}

function fieldsOf(message: Uint8Array): Field[] {
  const fields: Field[] = []
  let at = 0

  function number(): number {
    let value = 0
    for (let shift = 1; ; shift *= 128) {
      const byte = message[at++]
      if (byte === undefined || shift > 2 ** 63)
        throw new OnnxFormatError(`found no ONNX model: it ends within a number at byte ${at - 1}`)
      value += (byte & 127) * shift
      if (byte < 128) return value
    }
  }

  function take(length: number): Uint8Array {
    const taken = message.subarray(at, at + length)
    if (taken.length < length)
      throw new OnnxFormatError(`found no ONNX model: byte ${at} promises ${length} bytes, ${taken.length} follow`)
    at += length
    return taken
  }

  while (at < message.length) {
    const tag = number()
    const field = Math.floor(tag / 8)
    const kind = tag % 8
    if (kind === wire.varint) number()
    else if (kind === wire.bytes) fields.push({ field, bytes: take(number()) })
    else if (kind === wire.fixed64) take(8)
    else if (kind === wire.fixed32) take(4)
    else throw new OnnxFormatError(`found no ONNX model: byte ${at - 1} begins a field of unknown kind ${kind}`)
  }
  return fields
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
