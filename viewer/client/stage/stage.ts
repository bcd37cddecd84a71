// Both clips in one room, drawn by one renderer into two panes of one canvas.

import { type Object3D, PCFShadowMap, Scene, type Vector3, WebGLRenderer } from 'three'
import type { ClipFrame } from '../../protocol/frames.ts'
import { type Side, sides } from '../compare/choice.ts'
import { poseNumbers, samplePoses } from '../compare/sampling.ts'
import { type DrawnClip, withArm } from './arm-track.ts'
import { type CameraRig, createCameraRig } from './camera-rig.ts'
import { createFigure, createWorkshop, type Figure } from './figure.ts'
import { createLight } from './light.ts'
import type { PresetId } from './presets.ts'
import { type QualityWatch, qualities } from './quality.ts'

export interface Stage {
  show(side: Side, clip: ClipFrame | undefined): void
  /** Poses both clips at `time` and draws. @returns whether something still moves by itself. */
  draw(time: number, elapsed: number): boolean
  goTo(preset: PresetId): void
  setLinked(linked: boolean): void
  /** Of the left camera; undefined once it was moved by hand. */
  preset(): PresetId | undefined
  /** Poses of the drawn objects, [bodies][7], read back from what was drawn. */
  posesOf(side: Side): number[][]
  /** What lies in the graphics memory. */
  counts(): { readonly geometries: number; readonly textures: number; readonly programs: number }
  resize(): void
}

interface StageOptions {
  readonly canvas: HTMLCanvasElement
  /** The part of the page that each side is drawn into. */
  readonly panes: Readonly<Record<Side, HTMLElement>>
  readonly quality: QualityWatch
  /** Whether the person asked for little motion. */
  readonly calm: () => boolean
  /** Something changed that was not asked for here: draw again. */
  readonly onChange: () => void
}

interface Cast {
  readonly clip: ClipFrame
  readonly drawn: DrawnClip
  readonly figure: Figure
  readonly poses: Float32Array
}

export function createStage({ canvas, panes, quality, calm, onChange }: StageOptions): Stage {
  const renderer = new WebGLRenderer({ canvas, antialias: quality.now === 'fine', alpha: true })
  renderer.shadowMap.enabled = true
  renderer.shadowMap.type = PCFShadowMap
  renderer.setScissorTest(true)
  const room = new Scene()
  const light = createLight()
  room.add(...light.objects)
  const workshop = createWorkshop()
  const casts: Partial<Record<Side, Cast>> = {}
  const rigs = { left: createRig('left'), right: createRig('right') }
  let linked = true

  function enter(clip: ClipFrame): Cast {
    const drawn = withArm(clip)
    const figure = createFigure(drawn.scene, workshop)
    room.add(figure.root)
    return { clip, drawn, figure, poses: new Float32Array(drawn.scene.bodies.length * poseNumbers) }
  }

  function createRig(side: Side): CameraRig {
    const rig: CameraRig = createCameraRig({
      surface: panes[side],
      calm,
      onMove() {
        if (linked) rigs[otherOf(side)].copy(rig)
        onChange()
      },
    })
    rig.goTo('front')
    return rig
  }

  function drawSide(side: Side): void {
    for (const each of sides) if (casts[each]) casts[each].figure.root.visible = each === side
    const { x, y, width, height } = placeOf(panes[side], canvas)
    if (width === 0 || height === 0) return
    renderer.setViewport(x, y, width, height)
    renderer.setScissor(x, y, width, height)
    renderer.render(room, rigs[side].camera)
  }

  function resize(): void {
    const { width, height } = canvas.getBoundingClientRect()
    const { pixelRatio, shadows } = qualities[quality.now]
    light.castShadows(shadows)
    renderer.setPixelRatio(Math.min(devicePixelRatio, pixelRatio))
    renderer.setSize(width, height, false)
    for (const side of sides) rigs[side].setAspect(aspectOf(panes[side]))
  }

  return {
    show(side, clip) {
      if (casts[side]?.clip === clip) return
      const before = casts[side]
      delete casts[side]
      if (clip !== undefined) casts[side] = enter(clip)
      // The new figure first: what both share is then kept.
      before?.figure.dispose()
    },
    draw(time, elapsed) {
      if (quality.frame(elapsed)) resize()
      let moving = false
      for (const side of sides) {
        const cast = casts[side]
        if (cast !== undefined) poseCast(cast, time)
        moving = rigs[side].update(elapsed, cast && handOf(cast)) || moving
      }
      for (const side of sides) drawSide(side)
      return moving
    },
    goTo(preset) {
      for (const side of sides) rigs[side].goTo(preset)
    },
    setLinked(next) {
      linked = next
      if (linked) rigs.right.copy(rigs.left)
    },
    preset: () => rigs.left.preset,
    posesOf: (side) => recordedBodies(casts[side]).map((body) => [...body.position, ...body.quaternion]),
    counts: () => ({ ...renderer.info.memory, programs: renderer.info.programs?.length ?? 0 }),
    resize,
  }
}

function poseCast({ drawn, poses, figure }: Cast, time: number): void {
  samplePoses(drawn, time, poses)
  figure.pose(poses)
}

/** Where wrist cameras ride. */
function handOf({ figure, drawn }: Cast): Vector3 | undefined {
  return figure.bodies[drawn.palm]?.position
}

function recordedBodies(cast: Cast | undefined): readonly Object3D[] {
  return cast?.figure.bodies.slice(0, cast.clip.scene.bodies.length) ?? []
}

/** A pane's place in the canvas, counted from the lower left corner as WebGL does. */
function placeOf(pane: HTMLElement, canvas: HTMLElement) {
  const frame = canvas.getBoundingClientRect()
  const { left, bottom, width, height } = pane.getBoundingClientRect()
  return { x: left - frame.left, y: frame.bottom - bottom, width, height }
}

function aspectOf(pane: HTMLElement): number {
  const { width, height } = pane.getBoundingClientRect()
  return height === 0 ? 1 : width / height
}

function otherOf(side: Side): Side {
  return side === 'left' ? 'right' : 'left'
}
