// A file of arrays, whatever kind it is: known by its first bytes.

import { UserError } from '../../errors/user-error.ts'
import type { ArraySource } from './array-file.ts'
import { readHdf5 } from './hdf5.ts'
import { readNpz } from './npz.ts'

const kinds = [
  { begins: '\x89HDF\r\n\x1a\n', open: readHdf5 },
  { begins: 'PK\x03\x04', open: readNpz },
]

/** @param path named in errors. @throws UserError where it is neither HDF5 nor npz, or not whole */
export function openArrayFile<Result>(
  bytes: Uint8Array,
  path: string,
  read: (source: ArraySource) => Result | Promise<Result>,
): Promise<Result> {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  const kind = kinds.find(({ begins }) => head.startsWith(begins))
  if (kind !== undefined) return kind.open(bytes, path, read)
  const found = bytes.length === 0 ? 'an empty file' : `a file that begins with ${JSON.stringify(head)}`
  throw new UserError(`${path}: found ${found}, expected HDF5 (D4RL, Robomimic, Minari) or npz (numpy.savez)`)
}
