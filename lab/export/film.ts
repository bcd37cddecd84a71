// A recording as pictures: the camera of sim/camera draws every frame twice as large, and the mean of four makes one.

import { robots } from '../../sim/arm/robots.ts'
import { withArm } from '../../sim/camera/armed.ts'
import { Camera } from '../../sim/camera/camera.ts'
import { shrink } from '../../sim/camera/shrink.ts'
import { type ViewName, viewNames } from '../../sim/camera/views.ts'
import { unknownName } from '../../sim/names.ts'
import type { Recording } from '../../sim/recording.ts'
import { UserError } from '../errors/user-error.ts'
import type { ExportRequest } from './request.ts'

export interface Film {
  readonly width: number
  readonly height: number
  /** A whole number. Each frame shows the nearest recorded poses: what is drawn did happen. */
  readonly framesPerSecond: number
  readonly count: number
  /** Red, green, blue, opacity of each frame in turn, [height, width, 4]; overwritten by the next. */
  frames(): Generator<Uint8Array>
  /** One frame, drawn now; overwritten by the next. */
  frame(index: number): Uint8Array
}

const times = 2
const defaultSize = '448'
const defaultCamera: ViewName = 'front'
const poseSize = 7
/** What the camera can draw, and what video encoders take. */
const least = 16
const most = 2048

/** @throws UserError on a size or a camera that is none, and where there is nothing to draw */
export function filmOf(
  recording: Recording,
  { size = defaultSize, camera = defaultCamera }: Pick<ExportRequest, 'size' | 'camera'>,
  framesPerSecond: number,
): Film {
  const { width, height } = parseSize(size)
  const { scene, options, poses } = recording
  const armed = withArm(scene, robots[options.robot])
  const view = viewNamed(camera)
  const drawer = new Camera({ scene: armed.scene, view, width: width * times, height: height * times })
  const pose = poseSize * scene.bodies.length
  const recorded = pose === 0 ? 0 : poses.values.length / pose
  if (recorded === 0) throw new UserError('the recording has no poses, so there is nothing to draw', 'failed')
  const count = Math.floor((recorded - 1) * poses.interval * framesPerSecond + 1e-6) + 1
  const large = new Uint8Array(3 * width * height * times * times)
  const rgba = new Uint8Array(4 * width * height).fill(255)

  function frame(index: number): Uint8Array {
    const at = Math.round(index / (framesPerSecond * poses.interval)) * pose
    drawer.draw(armed.poses(poses.values.subarray(at, at + pose))).rgb(large)
    const rgb = shrink(large, { width, height, times })
    for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
      rgba[to] = rgb[from]!
      rgba[to + 1] = rgb[from + 1]!
      rgba[to + 2] = rgb[from + 2]!
    }
    return rgba
  }

  return {
    width,
    height,
    framesPerSecond,
    count,
    frame,
    *frames() {
      for (let index = 0; index < count; index++) yield frame(index)
    },
  }
}

/** `448` is a square; both sides even, as video needs them. */
export function parseSize(typed: string): { readonly width: number; readonly height: number } {
  const found = /^(\d+)(?:x(\d+))?$/.exec(typed)
  const [width, height] = [Number(found?.[1]), Number(found?.[2] ?? found?.[1])]
  const fits = (side: number) => side >= least && side <= most && side % 2 === 0
  if (fits(width) && fits(height)) return { width, height }
  throw new UserError(
    `found the size "${typed}", expected even numbers from ${least} to ${most}, such as 448 or 640x480`,
  )
}

function viewNamed(camera: string): ViewName {
  const view = viewNames.find((name) => name === camera)
  if (view === undefined) throw new UserError(unknownName('camera', camera, viewNames))
  return view
}
