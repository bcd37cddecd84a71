// Any environment seen through a camera: the observation is a picture, all else is the environment's own. The camera draws
// the same bytes in Node, in workers and in the browser.

import { robots } from '../sim/arm/robots.ts'
import { withArm } from '../sim/camera/armed.ts'
import { Camera } from '../sim/camera/camera.ts'
import type { View, ViewName } from '../sim/camera/views.ts'
import type { Scene } from '../sim/scene.ts'
import type { BoxSpace, Env, EnvOptions, EnvSnapshot, Step } from './contract.ts'

export interface PixelOptions {
  readonly view: ViewName | View
  /** Pixels a side. */
  readonly size: number
  /** Whether the drawn arm is in the picture; its posture is computed with sines, which may differ between engines. */
  readonly arm?: 'drawn' | 'left out'
}

/**
 * Observations are red, green, blue in 0 to 255, shape [size, size, 3]. Owns `env`: disposing of the one disposes of the other.
 * @throws RangeError at the first reset when the scene has no body that the view rides on
 */
export function pixelEnv(env: Env, options: PixelOptions): Env {
  return new PixelEnvironment(env, options)
}

class PixelEnvironment implements Env {
  readonly observationSpace: BoxSpace
  readonly #env: Env
  readonly #options: PixelOptions
  readonly #bytes: Uint8Array
  readonly #observation: Float32Array
  #shot: { readonly scene: Scene; readonly camera: Camera; pose(): ArrayLike<number> } | undefined

  constructor(env: Env, options: PixelOptions) {
    const count = 3 * options.size * options.size
    this.#env = env
    this.#options = options
    this.#bytes = new Uint8Array(count)
    this.#observation = new Float32Array(count)
    this.observationSpace = {
      shape: [options.size, options.size, 3],
      low: new Float32Array(count),
      high: new Float32Array(count).fill(255),
    }
  }

  get id(): string {
    return this.#env.id
  }
  get options(): EnvOptions {
    return this.#env.options
  }
  get actionSpace(): BoxSpace {
    return this.#env.actionSpace
  }
  get termNames(): readonly string[] {
    return this.#env.termNames
  }
  get scales(): Readonly<Record<string, number>> {
    return this.#env.scales
  }

  reset(request: { readonly seed: number }): Step {
    return this.#show(this.#env.reset(request))
  }

  step(action: Float32Array): Step {
    return this.#show(this.#env.step(action))
  }

  expert(): Float32Array {
    return this.#env.expert()
  }

  scene(): Scene {
    return this.#env.scene()
  }

  poses(out?: Float32Array): Float32Array {
    return this.#env.poses(out)
  }

  hash(): string {
    return this.#env.hash()
  }

  snapshot(): EnvSnapshot {
    return this.#env.snapshot()
  }

  restore(snapshot: EnvSnapshot): void {
    this.#env.restore(snapshot)
  }

  dispose(): void {
    this.#env.dispose()
  }

  #show(step: Step): Step {
    const scene = this.#env.scene()
    if (this.#shot?.scene !== scene) this.#shot = this.#setUp(scene)
    const { camera, pose } = this.#shot
    this.#observation.set(camera.draw(pose()).rgb(this.#bytes))
    return { ...step, observation: this.#observation }
  }

  /** A seed may decide shapes and colours: each scene has a camera of its own. */
  #setUp(scene: Scene) {
    const { view, size, arm = 'left out' } = this.#options
    const poses = new Float32Array(this.#env.poses().length)
    const armed = arm === 'drawn' ? withArm(scene, robots[this.#env.options.robot]) : undefined
    const camera = new Camera({ scene: armed?.scene ?? scene, view, width: size, height: size })
    const pose = () => (armed ? armed.poses(this.#env.poses(poses)) : this.#env.poses(poses))
    return { scene, camera, pose }
  }
}
