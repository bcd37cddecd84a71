// TensorBoard's events as bytes: tensorflow.Event with a version, scalars or a text in it. Field numbers are those of
// tensorflow/core/util/event.proto and framework/{summary,tensor,tensor_shape}.proto.

import { concatenate, doubleField, floatField, integerField, messageField, textField } from './protobuf.ts'

const EVENT = { wallTime: 1, step: 2, fileVersion: 3, summary: 5 } as const
const SUMMARY = { value: 1 } as const
const VALUE = { tag: 1, simpleValue: 2, tensor: 8, metadata: 9 } as const
const METADATA = { pluginData: 1 } as const
const PLUGIN_DATA = { name: 1 } as const
const TENSOR = { type: 1, shape: 2, stringValue: 8 } as const
const SHAPE = { dimension: 2 } as const
const DIMENSION = { size: 1 } as const
const STRING_TYPE = 7

/** Seconds since 1970. */
type WallTime = number

export interface Scalars {
  readonly step: number
  /** By tag, such as `evaluation/success`. */
  readonly values: Readonly<Record<string, number>>
}

/** What every event file begins with. */
export function versionEvent(at: WallTime): Uint8Array {
  return concatenate([doubleField(EVENT.wallTime, at), textField(EVENT.fileVersion, 'brain.Event:2')])
}

export function scalarsEvent(at: WallTime, { step, values }: Scalars): Uint8Array {
  const entries = Object.entries(values).map(([tag, value]) =>
    messageField(SUMMARY.value, [textField(VALUE.tag, tag), floatField(VALUE.simpleValue, value)]),
  )
  return summaryEvent(at, step, entries)
}

/** @param text Markdown */
export function textEvent(at: WallTime, { tag, text }: { readonly tag: string; readonly text: string }): Uint8Array {
  const metadata = messageField(VALUE.metadata, [
    messageField(METADATA.pluginData, [textField(PLUGIN_DATA.name, 'text')]),
  ])
  const one = messageField(TENSOR.shape, [messageField(SHAPE.dimension, [integerField(DIMENSION.size, 1)])])
  const tensor = [integerField(TENSOR.type, STRING_TYPE), one, textField(TENSOR.stringValue, text)]
  const value = [textField(VALUE.tag, tag), messageField(VALUE.tensor, tensor), metadata]
  return summaryEvent(at, 0, [messageField(SUMMARY.value, value)])
}

function summaryEvent(at: WallTime, step: number, values: readonly Uint8Array[]): Uint8Array {
  return concatenate([
    doubleField(EVENT.wallTime, at),
    integerField(EVENT.step, step),
    messageField(EVENT.summary, values),
  ])
}
