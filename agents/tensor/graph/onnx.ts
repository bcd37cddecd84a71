// A graph as the bytes of an ONNX model. Field numbers from onnx.proto (ONNX 1.15, IR version 8, opset 18).

import type { Shape } from '../program.ts'
import { anySize } from './free-count.ts'
import { onnxType } from './operators.ts'
import { ProtobufWriter } from './protobuf.ts'
import {
  type Attribute,
  type ElementType,
  type Graph,
  type NamedValue,
  type Node,
  sizeOf,
  type Value,
} from './value.ts'

const irVersion = 8
const opsets = [
  { domain: '', version: 18 },
  { domain: 'com.microsoft', version: 1 },
]
const attributeType = { float: 1, integer: 2, text: 3, integers: 7 }

/** @param notes the model's metadata */
export function encodeOnnx(graph: Graph, name: string, notes: Readonly<Record<string, string>> = {}): Uint8Array {
  const names = nameValues(graph)
  const model = new ProtobufWriter()
  model.integer(1, irVersion)
  model.text(2, 'rapref')
  model.message(7, (body) => {
    for (const node of graph.nodes) body.message(1, (writer) => writeNode(writer, node, names))
    body.text(2, name)
    for (const value of constantsOf(graph)) body.message(5, (writer) => writeTensor(writer, names.get(value)!, value))
    for (const input of graph.inputs) body.message(11, (writer) => writeValueInfo(writer, input))
    for (const output of graph.outputs) body.message(12, (writer) => writeValueInfo(writer, output))
  })
  for (const { domain, version } of opsets) {
    model.message(8, (writer) => {
      writer.text(1, domain)
      writer.integer(2, version)
    })
  }
  for (const [key, value] of Object.entries(notes)) {
    model.message(14, (writer) => {
      writer.text(1, key)
      writer.text(2, value)
    })
  }
  return model.finish()
}

function nameValues(graph: Graph): ReadonlyMap<Value, string> {
  const names = new Map<Value, string>()
  for (const node of graph.nodes) {
    for (const value of [...node.inputs, ...node.outputs]) if (value) names.set(value, `v${value.id}`)
  }
  for (const { name, value } of [...graph.inputs, ...graph.outputs]) names.set(value, name)
  return names
}

function constantsOf(graph: Graph): Set<Value> {
  const used = graph.nodes.flatMap((node) => node.inputs)
  return new Set(used.filter((value): value is Value => value?.constant !== undefined))
}

function writeNode(writer: ProtobufWriter, node: Node, names: ReadonlyMap<Value, string>): void {
  // An absent optional input is an empty name.
  for (const input of node.inputs) writer.text(1, input ? names.get(input)! : '')
  for (const output of node.outputs) writer.text(2, names.get(output)!)
  writer.text(4, node.op)
  for (const [name, attribute] of Object.entries(node.attributes)) {
    writer.message(5, (inner) => writeAttribute(inner, name, attribute))
  }
  if (node.domain !== '') writer.text(7, node.domain)
}

function writeAttribute(writer: ProtobufWriter, name: string, attribute: Attribute): void {
  writer.text(1, name)
  if (typeof attribute === 'number') {
    writer.integer(3, attribute)
    writer.integer(20, attributeType.integer)
  } else if ('float' in attribute) {
    writer.float(2, attribute.float)
    writer.integer(20, attributeType.float)
  } else if ('text' in attribute) {
    writer.text(4, attribute.text)
    writer.integer(20, attributeType.text)
  } else {
    for (const entry of attribute) writer.integer(8, entry)
    writer.integer(20, attributeType.integers)
  }
}

function writeTensor(writer: ProtobufWriter, name: string, value: Value): void {
  for (const size of value.shape) writer.integer(1, size)
  writer.integer(2, onnxType(value.type))
  writer.text(8, name)
  writer.bytes(9, rawData(value))
}

/** Little-endian numbers, as ONNX wants them. */
function rawData(value: Value): Uint8Array {
  const count = sizeOf(value.shape)
  const constant = value.constant!
  const numberAt = (i: number) => ('splat' in constant ? constant.splat : constant.dense[i]!)
  const width = bytesPer[value.type]
  const view = new DataView(new ArrayBuffer(count * width))
  for (let i = 0; i < count; i++) writers[value.type](view, i * width, numberAt(i))
  return new Uint8Array(view.buffer)
}

const bytesPer = { float32: 4, int32: 4, int64: 8, bool: 1 } as const satisfies Record<ElementType, number>

const writers: Record<ElementType, (view: DataView, at: number, value: number) => void> = {
  float32: (view, at, value) => view.setFloat32(at, value, true),
  int32: (view, at, value) => view.setInt32(at, value, true),
  int64: (view, at, value) => view.setBigInt64(at, BigInt(value), true),
  bool: (view, at, value) => view.setUint8(at, value ? 1 : 0),
}

function writeValueInfo(writer: ProtobufWriter, { name, value, declared }: NamedValue): void {
  writer.text(1, name)
  writer.message(2, (type) => {
    type.message(1, (tensor) => {
      tensor.integer(1, onnxType(value.type))
      tensor.message(2, (shape) => writeShape(shape, declared ?? value.shape))
    })
  })
}

function writeShape(writer: ProtobufWriter, shape: Shape): void {
  for (const size of shape) {
    writer.message(1, (dimension) => (size === anySize ? dimension.text(2, 'n') : dimension.integer(1, size)))
  }
}
