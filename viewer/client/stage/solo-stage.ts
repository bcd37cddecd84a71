// A room with one camera, for whoever draws a single robot: it holds what is put into it, and is told when to draw.

import { PCFShadowMap, Scene, type Vector3, WebGLRenderer } from 'three'
import { type CameraRig, createCameraRig } from './camera-rig.ts'
import { createLight } from './light.ts'
import { type QualityWatch, qualities } from './quality.ts'
import { createWorkshop, type Workshop } from './workshop.ts'

export interface SoloStage {
  readonly canvas: HTMLCanvasElement
  /** What is drawn; figures are added to it and take themselves away. */
  readonly room: Scene
  readonly workshop: Workshop
  readonly rig: CameraRig
  /** @param hand where wrist cameras ride. @returns whether the camera still moves by itself */
  draw(elapsed: number, hand: Vector3 | undefined): boolean
  /** Fits the picture to the canvas on the page, or to a size in pixels. */
  resize(pixels?: { readonly width: number; readonly height: number }): void
  /** What lies in the graphics memory. */
  counts(): { readonly geometries: number; readonly textures: number; readonly programs: number }
  dispose(): void
}

export interface SoloStageOptions {
  readonly canvas: HTMLCanvasElement
  /** Receives the pointer. */
  readonly surface: HTMLElement
  readonly quality: QualityWatch
  /** Whether the person asked for little motion. */
  readonly calm: () => boolean
  /** A person moved the camera: draw again. */
  readonly onMove: () => void
}

export function createSoloStage({ canvas, surface, quality, calm, onMove }: SoloStageOptions): SoloStage {
  const renderer = new WebGLRenderer({ canvas, antialias: quality.now === 'fine', alpha: true })
  renderer.shadowMap.enabled = true
  renderer.shadowMap.type = PCFShadowMap
  const room = new Scene()
  const light = createLight()
  room.add(...light.objects)
  const rig = createCameraRig({ surface, calm, onMove })
  rig.goTo('front')

  function resize(pixels?: { readonly width: number; readonly height: number }): void {
    const { width, height } = pixels ?? canvas.getBoundingClientRect()
    const { pixelRatio, shadows } = qualities[quality.now]
    light.castShadows(shadows)
    renderer.setPixelRatio(pixels === undefined ? Math.min(devicePixelRatio, pixelRatio) : 1)
    renderer.setSize(width, height, false)
    rig.setAspect(height === 0 ? 1 : width / height)
  }

  return {
    canvas,
    room,
    workshop: createWorkshop(),
    rig,
    draw(elapsed, hand) {
      if (quality.frame(elapsed)) resize()
      const moving = rig.update(elapsed, hand)
      renderer.render(room, rig.camera)
      return moving
    },
    resize,
    counts: () => ({ ...renderer.info.memory, programs: renderer.info.programs?.length ?? 0 }),
    dispose() {
      rig.dispose()
      renderer.dispose()
      renderer.forceContextLoss()
    },
  }
}
