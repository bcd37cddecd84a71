// One clip on a stage of its own and, see-through over it, what happened when it was simulated again.

import { Mesh, type MeshLambertMaterial, type Object3D } from 'three'
import type { ClipFrame } from '../../protocol/frames.ts'
import { type Cast, createCast } from '../stage/cast.ts'
import { createGhostPaint } from '../stage/ghost.ts'
import type { SoloStage } from '../stage/solo-stage.ts'

/** What is on stage. */
export interface Scenery {
  readonly clip: ClipFrame
  /** The same episode, simulated again, where it went another way. */
  readonly again: ClipFrame | undefined
}

export interface Theatre {
  show(scenery: Scenery | undefined): void
  /** Poses everything at `time` and draws. @returns whether the camera still moves by itself */
  draw(time: number, elapsed: number): boolean
  /** Poses of the recorded bodies, [bodies][7], read back from what was drawn. */
  poses(): number[][]
  dispose(): void
}

/** @param ghostColour of what was simulated again, as CSS writes it */
export function createTheatre(stage: SoloStage, ghostColour: string): Theatre {
  const paint = createGhostPaint(ghostColour)
  let casts: { readonly clip: Cast; readonly again: Cast | undefined } | undefined

  function enter(clip: ClipFrame): Cast {
    const cast = createCast(clip, stage.workshop)
    stage.room.add(cast.figure.root)
    return cast
  }

  function enterGhost(clip: ClipFrame): Cast {
    const cast = enter(clip)
    cast.figure.show('moving')
    cast.figure.root.traverse((part) => paintOver(part, paint))
    return cast
  }

  return {
    show(scenery) {
      const before = casts
      casts = scenery && { clip: enter(scenery.clip), again: scenery.again && enterGhost(scenery.again) }
      // The new figures first: what both share is then kept.
      before?.clip.figure.dispose()
      before?.again?.figure.dispose()
    },
    draw(time, elapsed) {
      casts?.clip.pose(time)
      casts?.again?.pose(time)
      return stage.draw(elapsed, casts?.clip.hand())
    },
    poses: () => casts?.clip.recorded.map((body) => [...body.position, ...body.quaternion]) ?? [],
    dispose() {
      casts?.clip.figure.dispose()
      casts?.again?.figure.dispose()
      casts = undefined
      paint.dispose()
    },
  }
}

function paintOver(part: Object3D, material: MeshLambertMaterial): void {
  if (!(part instanceof Mesh)) return
  part.material = material
  part.castShadow = false
}
