// HDF5 files as bytes: written whole, and read array by array.

import type { Dataset, Group, File as H5File } from 'h5wasm'
import { UserError } from '../../errors/user-error.ts'
import { type ArrayFile, type ArraySource, checkColumns, type FloatRows, missingArray } from './array-file.ts'

let files = 0

/** The library, which keeps its files in memory; errors are thrown rather than printed. */
async function library() {
  const { default: h5wasm } = await import('h5wasm')
  const module = await h5wasm.ready
  module.activate_throwing_error_handler()
  return { File: h5wasm.File, FS: module.FS, name: `${files++}.hdf5` }
}

/** Whole numbers become int64, others float64, texts UTF-8; arrays keep their kind. */
export async function encodeHdf5({ arrays, attributes = {}, about }: ArrayFile): Promise<Uint8Array> {
  const { File, FS, name } = await library()
  const file = new File(name, 'w', { track_order: true })
  try {
    file.create_attribute('rapref', about)
    for (const [path, { values, shape }] of Object.entries(arrays)) {
      const group = groupAt(file, path.split('/').slice(0, -1))
      const data = values as Float32Array | string[]
      group.create_dataset({ name: path.split('/').at(-1)!, data, shape: [...shape] })
    }
    for (const [path, named] of Object.entries(attributes)) {
      const group = groupAt(
        file,
        path.split('/').filter((part) => part !== ''),
      )
      for (const [key, value] of Object.entries(named)) {
        if (typeof value === 'string') group.create_attribute(key, value)
        else group.create_attribute(key, value, [], Number.isInteger(value) ? '<q' : '<d')
      }
    }
    file.close()
    return FS.readFile(name)
  } finally {
    FS.unlink(name)
  }
}

/** Made where it is missing, and all above it. */
function groupAt(root: H5File, parts: readonly string[]): Group {
  let group: Group = root
  for (const part of parts) {
    group = group.keys().includes(part) ? (group.get(part) as Group) : group.create_group(part, true)
  }
  return group
}

/**
 * Reads `bytes`; the file is closed when `read` is done.
 * @param path named in errors. @throws UserError where it is no whole HDF5 file
 */
export async function readHdf5<Result>(
  bytes: Uint8Array,
  path: string,
  read: (source: ArraySource) => Result | Promise<Result>,
): Promise<Result> {
  const { File, FS, name } = await library()
  FS.writeFile(name, bytes)
  try {
    const file = openFile(() => new File(name, 'r'), path)
    try {
      return await read(new Hdf5Source(file, path))
    } finally {
      file.close()
    }
  } finally {
    FS.unlink(name)
  }
}

function openFile(open: () => H5File, path: string): H5File {
  try {
    return open()
  } catch (error) {
    const message = String((error as Error).message)
    const found = /truncated file[^\n]*/.exec(message)?.[0] ?? 'it does not begin or end as one does'
    throw new UserError(`${path} is no whole HDF5 file (${found}); fetch it again`, 'failed')
  }
}

class Hdf5Source implements ArraySource {
  readonly path: string
  readonly #file: H5File

  constructor(file: H5File, path: string) {
    this.#file = file
    this.path = path
  }

  get about(): string | undefined {
    return this.attribute('/', 'rapref') as string | undefined
  }

  has(name: string): boolean {
    return this.#find(name) !== null
  }

  names(group: string): string[] {
    const found = this.#find(group)
    return found?.type === 'Group' ? (found as Group).keys() : []
  }

  shape(name: string): readonly number[] {
    return this.#array(name).shape ?? []
  }

  floats(name: string, expected?: number): FloatRows {
    const array = this.#array(name)
    const shape = array.shape ?? []
    const columns = checkColumns(this.path, name, shape, expected)
    return { rows: shape[0] ?? 1, columns, values: this.#numbers(array, name) }
  }

  texts(name: string): readonly string[] {
    const { value } = this.#array(name)
    return Array.isArray(value) ? value.map(String) : []
  }

  attribute(group: string, name: string): string | number | undefined {
    const found = this.#find(group)?.attrs[name]?.value
    if (typeof found === 'bigint') return Number(found)
    return typeof found === 'string' || typeof found === 'number' ? found : undefined
  }

  #numbers(array: Dataset, name: string): Float32Array {
    const value = readValue(array, `${this.path}: ${name}`)
    if (value instanceof Float32Array) return value
    if (value instanceof BigInt64Array || value instanceof BigUint64Array) return Float32Array.from(value, Number)
    if (ArrayBuffer.isView(value)) return Float32Array.from(value as unknown as ArrayLike<number>)
    if (typeof value === 'number' || typeof value === 'boolean') return Float32Array.of(Number(value))
    throw new UserError(`${this.path}: ${name} holds no numbers, expected numbers`)
  }

  #array(name: string): Dataset {
    const found = this.#find(name)
    if (found?.type === 'Dataset') return found as Dataset
    const at = name.lastIndexOf('/')
    throw missingArray(this.path, name, this.names(at < 0 ? '/' : name.slice(0, at)))
  }

  #find(name: string): Group | Dataset | null {
    if (name === '/') return this.#file
    try {
      const found = this.#file.get(name)
      return found !== null && 'attrs' in found ? (found as Group | Dataset) : null
    } catch {
      return null
    }
  }
}

function readValue(array: Dataset, name: string): unknown {
  try {
    return array.value
  } catch (error) {
    throw new UserError(`${name} cannot be read (${(error as Error).message.split('\n')[0]}); fetch it again`, 'failed')
  }
}
