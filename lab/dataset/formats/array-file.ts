// What all file formats have in common: named arrays, some of them in groups, and texts about them.

import { UserError } from '../../errors/user-error.ts'

export interface NamedArray {
  readonly values: Float32Array | Int32Array | Uint8Array | readonly string[]
  readonly shape: readonly number[]
}

export interface ArrayFile {
  /** By path, such as `data/demo_0/actions`. */
  readonly arrays: Readonly<Record<string, NamedArray>>
  /** Of groups, by their paths; `/` is the root. */
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, string | number>>>>
  /** What only rapref reads: see about.ts. */
  readonly about: string
}

/** A file that is being read. What is missing or of another size is an error that names it. */
export interface ArraySource {
  /** Of the file, for errors. */
  readonly path: string
  readonly about: string | undefined
  has(name: string): boolean
  /** In a group; none where there is no such group. */
  names(group: string): string[]
  shape(name: string): readonly number[]
  /** Any kind of number, as 32-bit floats. @param columns of each row; any number by default */
  floats(name: string, columns?: number): FloatRows
  texts(name: string): readonly string[]
  /** Of a group; undefined where there is none. */
  attribute(group: string, name: string): string | number | undefined
}

export interface FloatRows {
  readonly rows: number
  /** Numbers in a row. */
  readonly columns: number
  readonly values: Float32Array
}

export function column(values: Float32Array | Uint8Array | Int32Array): NamedArray {
  return { values, shape: [values.length] }
}

export function table(values: Float32Array, columns: number): NamedArray {
  return { values, shape: [columns === 0 ? 0 : values.length / columns, columns] }
}

/** @param there what is in its place */
export function missingArray(path: string, name: string, there: readonly string[]): UserError {
  const at = name.lastIndexOf('/')
  const where = at < 0 ? '' : ` in ${name.slice(0, at)}`
  const found = there.length === 0 ? 'nothing' : there.join(', ')
  return new UserError(`${path}: found ${found}${where}, expected an array ${name.slice(at + 1)} there`)
}

/** @throws UserError where rows are of another width */
export function checkColumns(
  path: string,
  name: string,
  shape: readonly number[],
  expected: number | undefined,
): number {
  const columns = shape.slice(1).reduce((product, size) => product * size, 1)
  if (expected === undefined || columns === expected) return columns
  throw new UserError(`${path}: ${name} has the shape [${shape.join(', ')}], expected ${expected} in each row`)
}
