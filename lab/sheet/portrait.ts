// One task as a picture: the start of an episode, its goal marked, with the arm.

import { makeEnv } from '../../envs/registry.ts'
import { withArm } from '../../sim/camera/armed.ts'
import { Camera } from '../../sim/camera/camera.ts'
import { shrink } from '../../sim/camera/shrink.ts'
import type { Picture } from '../export/png.ts'
import { framing } from './framing.ts'

export interface PortraitOptions {
  readonly width: number
  readonly height: number
  /** Pixels drawn for each pixel of the picture, along each side. */
  readonly finesse: number
  readonly seed: number
}

export async function portrait(task: string, { width, height, finesse, seed }: PortraitOptions): Promise<Picture> {
  const env = await makeEnv(task)
  try {
    env.reset({ seed })
    const armed = withArm(env.scene())
    const poses = armed.poses(env.poses())
    const camera = new Camera({
      scene: armed.scene,
      view: framing(armed.scene, poses),
      width: finesse * width,
      height: finesse * height,
      background: '#ffffff',
    })
    const rgb = camera.draw(poses).rgb()
    return { width, height, rgb: shrink(rgb, { width, height, times: finesse }) }
  } finally {
    env.dispose()
  }
}
