// Several arrays as numpy's .npz: a zip of .npy files.

import { UserError } from '../../errors/user-error.ts'
import { type ArrayFile, type ArraySource, checkColumns, type FloatRows, missingArray } from './array-file.ts'
import { decodeNpy, encodeNpy, type NpyArray } from './npy.ts'

const ENDING = '.npy'
/** Where rapref's own text lies, as an array without dimensions. */
const ABOUT = 'rapref'
/** The same bytes at any time of day. */
const WRITTEN = new Date('2026-01-01T00:00:00')

export async function encodeNpz({ arrays, about }: ArrayFile): Promise<Uint8Array> {
  const { zipSync } = await import('fflate')
  const entries = Object.entries({ ...arrays, [ABOUT]: { values: [about], shape: [] } })
  const files = entries.map(([name, array]) => [`${name}${ENDING}`, encodeNpy(array)] as const)
  return zipSync(Object.fromEntries(files), { level: 1, mtime: WRITTEN })
}

/** @param path named in errors. @throws UserError where it is no whole npz */
export async function readNpz<Result>(
  bytes: Uint8Array,
  path: string,
  read: (source: ArraySource) => Result | Promise<Result>,
): Promise<Result> {
  const { unzipSync } = await import('fflate')
  let files: Readonly<Record<string, Uint8Array>>
  try {
    files = unzipSync(bytes)
  } catch (error) {
    throw new UserError(`${path} is no whole npz (${(error as Error).message}); fetch it again`, 'failed')
  }
  const named = Object.entries(files).map(([name, file]) => [name.replace(/\.npy$/, ''), file] as const)
  return read(new NpzSource(new Map(named), path))
}

class NpzSource implements ArraySource {
  readonly path: string
  readonly #files: ReadonlyMap<string, Uint8Array>

  constructor(files: ReadonlyMap<string, Uint8Array>, path: string) {
    this.#files = files
    this.path = path
  }

  get about(): string | undefined {
    return this.has(ABOUT) ? this.texts(ABOUT)[0] : undefined
  }

  has(name: string): boolean {
    return this.#files.has(name)
  }

  names(group: string): string[] {
    const prefix = group === '/' ? '' : `${group}/`
    const inside = [...this.#files.keys()].filter((name) => name.startsWith(prefix) && name !== ABOUT)
    return [...new Set(inside.map((name) => name.slice(prefix.length).split('/')[0]!))]
  }

  shape(name: string): readonly number[] {
    return this.#array(name).shape
  }

  floats(name: string, expected?: number): FloatRows {
    const { values, shape } = this.#array(name)
    const columns = checkColumns(this.path, name, shape, expected)
    if (values instanceof Float32Array) return { rows: shape[0] ?? 1, columns, values }
    throw new UserError(`${this.path}: ${name} holds no numbers, expected numbers`)
  }

  texts(name: string): readonly string[] {
    const { values } = this.#array(name)
    return values instanceof Float32Array ? [] : values
  }

  attribute(): undefined {
    return undefined
  }

  #array(name: string): NpyArray {
    const file = this.#files.get(name)
    if (file !== undefined) return decodeNpy(file, `${this.path}: ${name}`)
    throw missingArray(this.path, name, this.names('/'))
  }
}
