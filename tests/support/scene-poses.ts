// Where a scene's bodies are before anything moved, as a world would tell.

import type { Scene } from '../../sim/scene.ts'

/** @returns shape [bodies, 7] */
export function posesOf({ bodies }: Scene): Float32Array {
  return Float32Array.from(bodies.flatMap(({ position, rotation = [0, 0, 0, 1] }) => [...position, ...rotation]))
}
