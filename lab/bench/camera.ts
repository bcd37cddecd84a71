// `rapref bench camera`: pictures a second of one camera in one thread, with shadows, its still parts kept, and the pixels
// unpacked to bytes.

import { recordEpisode } from '../../envs/record.ts'
import { makeEnv } from '../../envs/registry.ts'
import { withArm } from '../../sim/camera/armed.ts'
import { Camera } from '../../sim/camera/camera.ts'
import type { Recording } from '../../sim/recording.ts'
import type { Scene } from '../../sim/scene.ts'
import { median } from '../statistics/quantile.ts'
import { alternate, type Timed } from './rate.ts'

export interface CameraBenchRow {
  /** Pixels along each side. */
  readonly size: number
  /** Whether the arm is drawn behind the hand. Its posture is computed ahead and not timed. */
  readonly arm: boolean
  /** Drawn boxes, cylinders and spheres. */
  readonly primitives: number
  readonly framesPerSecond: number
}

export interface CameraBenchOptions {
  /** Rounds of every case; medians are reported. @default 5 */
  readonly rounds?: number
  /** Seconds of one round of one case. @default 0.5 */
  readonly seconds?: number
  /** Takes a line about each row. */
  readonly report?: (line: string) => void
}

const TASK = 'push'
const VIEW = 'corner4'
const SIZES = [64, 84, 128, 224] as const

/** What is drawn, again and again: the frames of one episode of the expert. */
interface Film {
  readonly arm: boolean
  readonly scene: Scene
  readonly frames: readonly Float32Array[]
}

export async function benchCamera(options: CameraBenchOptions = {}): Promise<CameraBenchRow[]> {
  const { rounds = 5, seconds = 0.5, report = () => {} } = options
  const episode = await playPush()
  const cases = [filmOf(episode), armedFilmOf(episode)].flatMap((film) => SIZES.map((size) => ({ film, size })))
  const rates = await alternate(
    cases.map(({ film, size }) => drawing(film, size)),
    { rounds, seconds },
  )
  return cases.map(({ film: { arm, scene }, size }, i) => {
    const framesPerSecond = Math.round(median(rates[i]!))
    report(`${size} pixels${arm ? ' with arm' : ''}: ${framesPerSecond.toLocaleString('en')} frames/s`)
    return { size, arm, primitives: primitivesOf(scene), framesPerSecond }
  })
}

/** One piece of work is the whole film. */
function drawing({ scene, frames }: Film, size: number): Timed {
  const camera = new Camera({ scene, view: VIEW, width: size, height: size })
  const rgb = new Uint8Array(3 * size * size)
  return {
    work: () => {
      for (const poses of frames) camera.draw(poses).rgb(rgb)
      return frames.length
    },
  }
}

async function playPush(): Promise<Recording> {
  const env = await makeEnv(TASK, { horizon: 100 })
  try {
    return await recordEpisode(env, () => env.expert(), { seed: 0, policy: 'expert' })
  } finally {
    env.dispose()
  }
}

function filmOf({ scene, poses: { values } }: Recording): Film {
  const width = 7 * scene.bodies.length
  const count = values.length / width
  const frames = Array.from({ length: count }, (_, frame) => values.subarray(frame * width, (frame + 1) * width))
  return { arm: false, scene, frames }
}

function armedFilmOf(episode: Recording): Film {
  const { scene, poses } = withArm(episode.scene)
  return { arm: true, scene, frames: filmOf(episode).frames.map((frame) => poses(frame).slice()) }
}

function primitivesOf({ bodies }: Scene): number {
  return bodies.flatMap(({ geoms }) => geoms).filter(({ hidden }) => !hidden).length
}
