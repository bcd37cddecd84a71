// The vocabulary of a static graph: values of known shape, nodes that compute them. Immutable; built by GraphBuilder.

import type { Shape } from '../program.ts'

export type ElementType = 'float32' | 'int32' | 'int64' | 'bool'

/** One number everywhere, or one number per entry in row-major order. */
export type Constant = { readonly splat: number } | { readonly dense: ArrayLike<number> }

export interface Value {
  /** Unique within its graph, in order of creation. */
  readonly id: number
  readonly shape: Shape
  readonly type: ElementType
  /** Known numbers; absent for inputs and for what nodes compute. */
  readonly constant?: Constant
  readonly producer?: Node
}

export type Attribute = number | readonly number[] | { readonly float: number } | { readonly text: string }
export type Attributes = Readonly<Record<string, Attribute>>
export type Domain = '' | 'com.microsoft'

/** An ONNX operator with its attributes. An absent optional input is `undefined`. */
export interface Node {
  readonly op: string
  readonly domain: Domain
  readonly inputs: readonly (Value | undefined)[]
  readonly attributes: Attributes
  readonly outputs: readonly Value[]
}

export interface NamedValue {
  readonly name: string
  readonly value: Value
  /** The shape that the outside is told, where a size of it is free (-1). */
  readonly declared?: Shape
}

/** A whole tensor that is handed in, or a stretch of one in another shape: the same memory, nothing copied. */
export interface Input extends NamedValue {
  readonly view?: View
}

export interface View {
  /** Name of the whole input. */
  readonly of: string
  /** Where the stretch begins, in numbers. */
  readonly begin: number
}

/** Nodes in an order in which each comes after those it reads. */
export interface Graph {
  readonly nodes: readonly Node[]
  readonly inputs: readonly Input[]
  readonly outputs: readonly NamedValue[]
}

export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1)
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis])
}

/** The number that a constant holds everywhere, if it does. */
export function splatOf(value: Value | undefined): number | undefined {
  return value?.constant && 'splat' in value.constant ? value.constant.splat : undefined
}
