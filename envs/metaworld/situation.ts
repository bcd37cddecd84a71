// What a task sees at one moment: hand, objects, goal, and how they were at the start. Read-only for tasks; the environment
// overwrites it at each control step.

import type { Hand } from '../../sim/hand/hand.ts'
import type { Site } from '../../sim/props/prop.ts'
import type { Quat, Vec3 } from '../../sim/scene.ts'
import { type MutableQuat, type MutableVec3, transform, transformed } from '../../sim/vector.ts'
import type { World } from '../../sim/world.ts'

export interface ObjectPose {
  readonly position: Vec3
  readonly rotation: Quat
}

export interface Situation {
  /** Middle between the fingertips. */
  readonly tcp: Vec3
  /** 1 when open. */
  readonly opening: number
  /** y of the left (-y) and the right finger. */
  readonly padY: readonly [number, number]
  /** Grip command of the present action, in [-1, 1]; above 0 closes. */
  readonly grip: number
  readonly first: ObjectPose
  /** Zeros where the task observes one object. */
  readonly second: ObjectPose
  readonly goal: Vec3
  /** As placed by the reset. */
  readonly start: SituationStart
}

export interface SituationStart {
  readonly tcp: Vec3
  readonly first: Vec3
  readonly second: Vec3
}

/** Reads the situation out of a world. */
export class SituationReader implements Situation {
  readonly tcp: Vec3
  opening = 1
  readonly padY: [number, number] = [0, 0]
  grip = 0
  readonly first = new TrackedSite()
  readonly second = new TrackedSite()
  readonly goal: Vec3
  /** Replaced when a later moment of the episode is restored. */
  start: SituationStart
  readonly #world: World
  readonly #hand: Hand

  constructor(world: World, hand: Hand, goal: Vec3, sites: readonly Site[]) {
    this.#world = world
    this.#hand = hand
    this.tcp = hand.tcp
    this.goal = goal
    const [first, second] = sites
    if (first) this.first.follow(world, first)
    if (second) this.second.follow(world, second)
    this.read(0)
    this.start = { tcp: [...this.tcp], first: [...this.first.position], second: [...this.second.position] }
  }

  /** @param grip command of the present action */
  read(grip: number): void {
    const { left, right, opening } = this.#hand
    this.opening = opening
    this.padY[0] = left[1]
    this.padY[1] = right[1]
    this.grip = grip
    this.first.read(this.#world)
    this.second.read(this.#world)
  }
}

/** Pose of a site: the body's rotation, and the body's position moved by the site's place on it. */
class TrackedSite implements ObjectPose {
  readonly position: MutableVec3 = [0, 0, 0]
  readonly rotation: MutableQuat = [0, 0, 0, 0]
  readonly #origin: MutableVec3 = [0, 0, 0]
  #body = -1
  #offset: Vec3 = [0, 0, 0]

  follow(world: World, site: Site): void {
    this.#body = world.index(site.body)
    this.#offset = site.position
  }

  read(world: World): void {
    if (this.#body < 0) return
    world.rotation(this.#body, this.rotation)
    world.position(this.#body, this.#origin)
    transform(this.#origin, this.rotation, this.#offset, this.position)
  }
}

/** A point given in an object's frame, from the observed place on it. */
export function pointOn({ position, rotation }: ObjectPose, offset: Vec3): Vec3 {
  return transformed(position, rotation, offset)
}
