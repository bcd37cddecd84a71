// One combination of settings that a sweep file asks for.

import type { Scalar } from '../file/schema.ts'

export interface Alternative {
  /** Name among the file's `conditions`; absent where it has none. */
  readonly condition?: string
  /** Settings over the preset, by dotted key. */
  readonly settings: ReadonlyMap<string, Scalar>
}
