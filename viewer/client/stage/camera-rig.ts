// One side's camera: free by mouse and touch, or at a preset; glides between presets where motion is welcome.

import { PerspectiveCamera, Vector3 } from 'three'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'
import { type Preset, type PresetId, presetOf } from './presets.ts'

export interface CameraRig {
  readonly camera: PerspectiveCamera
  /** Undefined once a person has moved the camera. */
  readonly preset: PresetId | undefined
  goTo(preset: PresetId): void
  /** Takes over another rig's place and preset. */
  copy(other: CameraRig): void
  readonly target: Vector3
  setAspect(aspect: number): void
  /** @returns whether the camera is still moving by itself. */
  update(elapsed: number, hand: Vector3 | undefined): boolean
  dispose(): void
}

interface RigOptions {
  /** Receives the pointer. */
  readonly surface: HTMLElement
  readonly calm: () => boolean
  /** A person moved this camera. */
  readonly onMove: () => void
}

const glideSeconds = 0.45
/** Panes narrower than this look from farther away, so that the table's width still fits. */
const fittingAspect = 0.95

export function createCameraRig({ surface, calm, onMove }: RigOptions): CameraRig {
  const camera = new PerspectiveCamera(36, 1, 0.02, 20)
  camera.up.set(0, 0, 1)
  const controls = new OrbitControls(camera, surface)
  controls.minDistance = 0.12
  controls.maxDistance = 5
  controls.maxPolarAngle = Math.PI / 2 + 0.02
  const goal = { eye: new Vector3(), target: new Vector3() }
  let preset: PresetId | undefined
  let glide = 0
  let placed = false

  controls.addEventListener('start', () => {
    preset = undefined
    glide = 0
  })
  controls.addEventListener('change', () => {
    if (preset === undefined) onMove()
  })

  function aim(at: Preset, hand: Vector3 | undefined): void {
    goal.eye.set(...at.eye)
    goal.target.set(...at.target)
    if (at.on === 'hand' && hand !== undefined) {
      goal.eye.add(hand)
      goal.target.add(hand)
    } else {
      const farther = Math.max(1, fittingAspect / camera.aspect)
      goal.eye.sub(goal.target).multiplyScalar(farther).add(goal.target)
    }
  }

  function approach(elapsed: number): void {
    const share = glide <= 0 ? 1 : Math.min(1, elapsed / glide)
    const eased = 1 - (1 - share) ** 2
    glide = Math.max(0, glide - elapsed)
    camera.position.lerp(goal.eye, eased)
    controls.target.lerp(goal.target, eased)
  }

  return {
    camera,
    get preset() {
      return preset
    },
    get target() {
      return controls.target
    },
    goTo(id) {
      glide = placed && !calm() ? glideSeconds : 0
      placed = true
      preset = id
    },
    copy(other) {
      preset = other.preset
      glide = 0
      camera.position.copy(other.camera.position)
      controls.target.copy(other.target)
    },
    setAspect(aspect) {
      camera.aspect = aspect
      camera.updateProjectionMatrix()
    },
    update(elapsed, hand) {
      if (preset !== undefined) {
        aim(presetOf(preset), hand)
        approach(elapsed)
      }
      controls.update()
      return glide > 0
    },
    dispose: () => controls.dispose(),
  }
}
