// What figures are made of: geometries and paints that all figures of a stage share.

import type { BufferGeometry, Material } from 'three'
import { createPool, type Hold } from './pool.ts'

export interface Workshop {
  /** What one figure holds of it, until it is given back. */
  open(): Tools
  /** How much there is at present. */
  sizes(): { readonly geometries: number; readonly paints: number }
}

export interface Tools {
  readonly geometries: Pick<Hold<BufferGeometry>, 'take'>
  readonly paints: Pick<Hold<Material>, 'take'>
  giveBack(): void
}

export function createWorkshop(): Workshop {
  const geometries = createPool<BufferGeometry>()
  const paints = createPool<Material>()
  return {
    open() {
      const held = { geometries: geometries.hold(), paints: paints.hold() }
      return {
        ...held,
        giveBack() {
          held.geometries.release()
          held.paints.release()
        },
      }
    },
    sizes: () => ({ geometries: geometries.size, paints: paints.size }),
  }
}
