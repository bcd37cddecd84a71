// ONNX operators as functions that know the shape of what they return. Kernels and optimiser rules both emit these.

import type { Shape } from '../program.ts'
import type { GraphBuilder } from './builder.ts'
import { type Attributes, type ElementType, sizeOf, type Value } from './value.ts'

export function broadcastShape(a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length)
  return Array.from({ length: rank }, (_, axis) => {
    const [left, right] = [a[axis - rank + a.length] ?? 1, b[axis - rank + b.length] ?? 1]
    if (left !== right && left !== 1 && right !== 1) throw new RangeError(`shapes [${a}] and [${b}] do not broadcast`)
    return left === 1 ? right : left
  })
}

export function unary(build: GraphBuilder, op: string, x: Value, attributes: Attributes = {}): Value {
  return build.one({ op, inputs: [x], attributes, shape: x.shape, type: x.type })
}

export function binary(build: GraphBuilder, op: string, a: Value, b: Value): Value {
  return build.one({ op, inputs: [a, b], shape: broadcastShape(a.shape, b.shape), type: a.type })
}

/** Greater, Less, Equal, And, ...: the result is boolean. */
export function compare(build: GraphBuilder, op: string, a: Value, b: Value): Value {
  return build.one({ op, inputs: [a, b], shape: broadcastShape(a.shape, b.shape), type: 'bool' })
}

/**
 * 1 where x > 0, else 0, as a clipped line that is steeper than the smallest normal number is small: one pass over the
 * numbers where a comparison and a cast are two.
 */
export function step(build: GraphBuilder, x: Value): Value {
  return unary(build, 'HardSigmoid', x, { alpha: { float: 1e38 }, beta: { float: 0 } })
}

const onnxTypes = { float32: 1, int32: 6, int64: 7, bool: 9 } as const satisfies Record<ElementType, number>

export function onnxType(type: ElementType): number {
  return onnxTypes[type]
}

export function cast(build: GraphBuilder, x: Value, type: ElementType): Value {
  if (x.type === type) return x
  return build.one({ op: 'Cast', inputs: [x], attributes: { to: onnxType(type) }, shape: x.shape, type })
}

export function where(build: GraphBuilder, condition: Value, yes: Value, no: Value): Value {
  const shape = broadcastShape(condition.shape, broadcastShape(yes.shape, no.shape))
  return build.one({ op: 'Where', inputs: [condition, yes, no], shape, type: yes.type })
}

export function reshape(build: GraphBuilder, x: Value, shape: Shape): Value {
  return build.one({ op: 'Reshape', inputs: [x, build.integers(shape)], shape, type: x.type })
}

export function transpose(build: GraphBuilder, x: Value, permutation: readonly number[]): Value {
  const shape = permutation.map((axis) => x.shape[axis]!)
  return build.one({ op: 'Transpose', inputs: [x], attributes: { perm: permutation }, shape, type: x.type })
}

/** Copies into a larger shape by broadcasting. */
export function expand(build: GraphBuilder, x: Value, shape: Shape): Value {
  return build.one({ op: 'Expand', inputs: [x, build.integers(shape)], shape, type: x.type })
}

export interface SliceRange {
  readonly begin: readonly number[]
  readonly size: readonly number[]
}

/** Only axes that are cut are mentioned. */
export function slice(build: GraphBuilder, x: Value, { begin, size }: SliceRange): Value {
  const axes = x.shape.flatMap((full, axis) => (begin[axis] === 0 && size[axis] === full ? [] : [axis]))
  if (axes.length === 0) return x
  const starts = build.integers(axes.map((axis) => begin[axis]!))
  const ends = build.integers(axes.map((axis) => begin[axis]! + size[axis]!))
  return build.one({ op: 'Slice', inputs: [x, starts, ends, build.integers(axes)], shape: size, type: x.type })
}

export function concat(build: GraphBuilder, parts: readonly Value[], axis: number): Value {
  const first = parts[0]!
  const joined = parts.reduce((sum, part) => sum + part.shape[axis]!, 0)
  const shape = first.shape.map((size, at) => (at === axis ? joined : size))
  return build.one({ op: 'Concat', inputs: parts, attributes: { axis }, shape, type: first.type })
}

/** @param indices integers of any shape, which takes the place of the axis */
export function gather(build: GraphBuilder, x: Value, indices: Value, axis: number): Value {
  const shape = x.shape.toSpliced(axis, 1, ...indices.shape)
  return build.one({ op: 'Gather', inputs: [x, indices], attributes: { axis }, shape, type: x.type })
}

export interface ReduceOptions {
  readonly axes: readonly number[]
  readonly keepDimensions: boolean
}

export function reduce(build: GraphBuilder, op: string, x: Value, { axes, keepDimensions }: ReduceOptions): Value {
  if (axes.length === 0) return x
  const shape = x.shape.flatMap((size, axis) => (axes.includes(axis) ? (keepDimensions ? [1] : []) : [size]))
  const attributes = { keepdims: keepDimensions ? 1 : 0 }
  return build.one({ op, inputs: [x, build.integers(axes)], attributes, shape, type: x.type })
}

export interface MatMulOptions {
  readonly transposeA: boolean
  readonly transposeB: boolean
}

/** Matrices as Gemm, stacks of matrices as (Fused)MatMul: both transpose while they multiply. */
export function matMul(build: GraphBuilder, a: Value, b: Value, { transposeA, transposeB }: MatMulOptions): Value {
  const [rowsA, columnsA] = matrixSize(a, transposeA)
  const [rowsB, columnsB] = matrixSize(b, transposeB)
  if (columnsA !== rowsB) throw new RangeError(`matMul of [${a.shape}] and [${b.shape}]: inner sizes differ`)
  const shape = [...broadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2)), rowsA, columnsB]
  const attributes = { transA: Number(transposeA), transB: Number(transposeB) }
  if (shape.length === 2) return build.one({ op: 'Gemm', inputs: [a, b], attributes, shape })
  if (!transposeA && !transposeB) return build.one({ op: 'MatMul', inputs: [a, b], shape })
  return build.one({ op: 'FusedMatMul', domain: 'com.microsoft', inputs: [a, b], attributes, shape })
}

function matrixSize(x: Value, transposed: boolean): readonly [number, number] {
  const [rows, columns] = x.shape.slice(-2) as [number, number]
  return transposed ? [columns, rows] : [rows, columns]
}

/** Fills in the one size that is given as -1. */
export function inferShape(wanted: Shape, size: number): Shape {
  const known = wanted.reduce((product, entry) => (entry < 0 ? product : product * entry), 1)
  const shape = wanted.map((entry) => (entry < 0 ? size / known : entry))
  if (sizeOf(shape) !== size) throw new RangeError(`cannot reshape ${size} numbers to [${wanted}]`)
  return shape
}
