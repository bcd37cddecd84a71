// Clips side by side in one room, drawn by one renderer into the panes of one canvas.

import { type MeshLambertMaterial, PCFShadowMap, Scene, WebGLRenderer } from 'three'
import type { ClipFrame } from '../../protocol/frames.ts'
import type { Side } from '../compare/choice.ts'
import { type Area, areaOf, aspectOf } from './area.ts'
import { createBackstage } from './backstage.ts'
import { type CameraRig, createCameraRig } from './camera-rig.ts'
import { type Cast, createCast } from './cast.ts'
import { createGhostPaint, type Ghosts } from './ghost.ts'
import { createLight } from './light.ts'
import type { PresetId } from './presets.ts'
import { type QualityWatch, qualities } from './quality.ts'
import { whenIdle } from './when-idle.ts'
import { createWorkshop } from './workshop.ts'

/** @template Place names of the panes */
export interface Stage<Place extends string = Side> {
  show(place: Place, clip: ClipFrame | undefined): void
  /** Makes these ready to be shown at once, first to last; those that were ready and are not named any more are let go. */
  prepare(clips: readonly ClipFrame[]): void
  isReady(clip: ClipFrame): boolean
  setGhosts(ghosts: Ghosts<Place>): void
  /** Poses all clips at `time` and draws. @returns whether something still moves by itself. */
  draw(time: number, elapsed: number): boolean
  goTo(preset: PresetId): void
  setLinked(linked: boolean): void
  /** Of the first camera; undefined once it was moved by hand. */
  preset(): PresetId | undefined
  /** Poses of the drawn objects, [bodies][7], read back from what was drawn. */
  posesOf(place: Place): number[][]
  /** What lies in the graphics memory. */
  counts(): { readonly geometries: number; readonly textures: number; readonly programs: number }
  /** The canvas or a pane has another size, or lies elsewhere. */
  resize(): void
}

interface StageOptions<Place extends string> {
  readonly canvas: HTMLCanvasElement
  /** The part of the page that each place is drawn into; one without a size is passed over. */
  readonly panes: Readonly<Record<Place, HTMLElement>>
  readonly quality: QualityWatch
  /** Colours of clips where they are ghosts. */
  readonly ghostColours?: Readonly<Record<Place, string>>
  /** Whether the person asked for little motion. */
  readonly calm: () => boolean
  /** Something changed that was not asked for here: draw again. */
  readonly onChange: () => void
}

interface Seat {
  readonly pane: HTMLElement
  readonly rig: CameraRig
  readonly ghostPaint: MeshLambertMaterial
  area: Area
  cast: Cast | undefined
}

const plainGhost = '#7a8088'
const nowhere: Area = { x: 0, y: 0, width: 0, height: 0 }

export function createStage<Place extends string>(options: StageOptions<Place>): Stage<Place> {
  const { canvas, panes, quality, ghostColours, calm, onChange } = options
  const renderer = new WebGLRenderer({ canvas, antialias: quality.now === 'fine', alpha: true })
  renderer.shadowMap.enabled = true
  renderer.shadowMap.type = PCFShadowMap
  renderer.setScissorTest(true)
  const room = new Scene()
  const light = createLight()
  room.add(...light.objects)
  const workshop = createWorkshop()
  const places = Object.keys(panes) as Place[]
  const seats = new Map(places.map((place) => [place, createSeat(place)]))
  const first = seats.values().next().value as Seat
  const backstage = createBackstage({ build: enter, later: whenIdle, onBuilt: onChange })
  let ghosts = {} as Ghosts<Place>
  let linked = true

  function createSeat(place: Place): Seat {
    const rig: CameraRig = createCameraRig({
      surface: panes[place],
      calm,
      onMove() {
        if (linked) for (const seat of seats.values()) if (seat.rig !== rig) seat.rig.copy(rig)
        onChange()
      },
    })
    rig.goTo('front')
    const ghostPaint = createGhostPaint(ghostColours?.[place] ?? plainGhost)
    return { pane: panes[place], rig, ghostPaint, area: nowhere, cast: undefined }
  }

  function enter(clip: ClipFrame): Cast {
    const cast = createCast(clip, workshop)
    room.add(cast.figure.root)
    cast.figure.show('nothing')
    return cast
  }

  /** Sends what is new to the graphics memory by drawing it where nobody looks. */
  function warmUp(fresh: readonly Cast[]): void {
    if (fresh.length === 0) return
    for (const cast of fresh) {
      cast.pose(0)
      cast.figure.show('all')
    }
    renderer.setScissor(0, 0, 0, 0)
    renderer.render(room, first.rig.camera)
    for (const cast of fresh) cast.figure.show('nothing')
  }

  function drawSeat(place: Place, { area: { x, y, width, height }, rig, cast }: Seat): void {
    if (width === 0 || height === 0) return
    renderer.setViewport(x, y, width, height)
    renderer.setScissor(x, y, width, height)
    cast?.figure.show('all')
    renderer.render(room, rig.camera)
    cast?.figure.show('nothing')
    const other = ghosts[place]
    const ghost = other && seats.get(other)
    if (cast !== undefined && ghost?.cast !== undefined) drawGhost(ghost.cast, ghost.ghostPaint, rig)
  }

  function drawGhost(cast: Cast, paint: MeshLambertMaterial, rig: CameraRig): void {
    cast.figure.show('moving')
    light.floor.visible = false
    room.overrideMaterial = paint
    renderer.autoClear = false
    renderer.render(room, rig.camera)
    renderer.autoClear = true
    room.overrideMaterial = null
    light.floor.visible = true
    cast.figure.show('nothing')
  }

  function resize(): void {
    const { width, height } = canvas.getBoundingClientRect()
    const { pixelRatio, shadows } = qualities[quality.now]
    light.castShadows(shadows)
    renderer.setPixelRatio(Math.min(devicePixelRatio, pixelRatio))
    renderer.setSize(width, height, false)
    for (const seat of seats.values()) {
      seat.area = areaOf(seat.pane, canvas)
      seat.rig.setAspect(aspectOf(seat.area))
    }
  }

  return {
    show(place, clip) {
      const seat = seats.get(place)
      if (seat === undefined || seat.cast?.clip === clip) return
      const before = seat.cast
      seat.cast = clip && (backstage.take(clip) ?? enter(clip))
      // The new figure first: what both share is then kept.
      before?.figure.dispose()
    },
    prepare: backstage.want,
    isReady: backstage.isReady,
    setGhosts(next) {
      ghosts = next
      onChange()
    },
    draw(time, elapsed) {
      if (quality.frame(elapsed)) resize()
      let moving = false
      for (const { cast, rig } of seats.values()) {
        cast?.pose(time)
        moving = rig.update(elapsed, cast?.hand()) || moving
      }
      warmUp(backstage.takeFresh())
      for (const [place, seat] of seats) drawSeat(place, seat)
      return moving
    },
    goTo(preset) {
      for (const { rig } of seats.values()) rig.goTo(preset)
    },
    setLinked(next) {
      linked = next
      if (linked) for (const { rig } of seats.values()) if (rig !== first.rig) rig.copy(first.rig)
    },
    preset: () => first.rig.preset,
    posesOf: (place) => seats.get(place)?.cast?.recorded.map((body) => [...body.position, ...body.quaternion]) ?? [],
    counts: () => ({ ...renderer.info.memory, programs: renderer.info.programs?.length ?? 0 }),
    resize,
  }
}
