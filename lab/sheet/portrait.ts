// One task as a picture: the start of an episode, its goal marked, with the arm.

import { makeEnv } from '../../envs/registry.ts'
import { withArm } from '../../sim/camera/armed.ts'
import { Camera } from '../../sim/camera/camera.ts'
import { shrink } from '../../sim/camera/shrink.ts'
import type { View } from '../../sim/camera/views.ts'
import type { Picture } from '../export/png.ts'

export interface PortraitOptions {
  readonly width: number
  readonly height: number
  /** Pixels drawn for each pixel of the picture, along each side. */
  readonly finesse: number
  readonly seed: number
}

/** Over the middle of the table, near enough to see what stands there. */
const VIEW: View = { eye: [0.92, -0.08, 0.82], target: [0, 0.66, 0.1], halfHeight: 0.34 }

export async function portrait(task: string, { width, height, finesse, seed }: PortraitOptions): Promise<Picture> {
  const env = await makeEnv(task)
  try {
    env.reset({ seed })
    const armed = withArm(env.scene())
    const camera = new Camera({
      scene: armed.scene,
      view: VIEW,
      width: finesse * width,
      height: finesse * height,
      background: '#ffffff',
    })
    const rgb = camera.draw(armed.poses(env.poses())).rgb()
    return { width, height, rgb: shrink(rgb, { width, height, times: finesse }) }
  } finally {
    env.dispose()
  }
}
