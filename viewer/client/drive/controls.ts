// From what a person holds down, or a gamepad's sticks, to an action of the hand. Pure.

/** Directions as the person sees them: `away` is into the picture. */
export type Control = 'left' | 'right' | 'away' | 'near' | 'up' | 'down' | 'slow'

/** Each from -1 to 1. */
export interface Wish {
  readonly right: number
  readonly away: number
  readonly up: number
}

export const noWish: Wish = { right: 0, away: 0, up: 0 }

/** A person needs finer steps than a policy: the share of the full speed of 0.8 m/s. */
export const speedShares = { least: 0.05, first: 0.3, most: 1 }
const slowShare = 0.3

export function wishOf(held: ReadonlySet<Control>): Wish {
  const either = (more: Control, less: Control) => Number(held.has(more)) - Number(held.has(less))
  return { right: either('right', 'left'), away: either('away', 'near'), up: either('up', 'down') }
}

/** What of a gamepad is read: the standard layout's sticks, shoulders and lower button. */
export interface Pad {
  readonly axes: readonly number[]
  readonly buttons: readonly { readonly pressed: boolean; readonly value: number }[]
}

/** Sticks rest near zero, not on it. */
const deadZone = 0.12

/** Left stick in the plane; right stick, or the triggers, up and down. */
export function padWish({ axes, buttons }: Pad): Wish {
  const stick = (axis: number) => live(axes[axis] ?? 0)
  const triggers = (buttons[7]?.value ?? 0) - (buttons[6]?.value ?? 0)
  return { right: stick(0), away: 0 - stick(1), up: limited(live(triggers) - stick(3)) }
}

export function isPadGripping({ buttons }: Pad): boolean {
  return buttons[0]?.pressed ?? false
}

export function added(one: Wish, other: Wish): Wish {
  return {
    right: limited(one.right + other.right),
    away: limited(one.away + other.away),
    up: limited(one.up + other.up),
  }
}

export interface Drive {
  readonly wish: Wish
  readonly closed: boolean
  /** Where the camera looks, in the room's plane. */
  readonly looking: readonly [x: number, y: number]
  /** Of the full speed. */
  readonly speed: number
  readonly slow: boolean
}

/** dx, dy, dz, grip, each in [-1, 1]. */
export function actionOf({ wish, closed, looking: [x, y], speed, slow }: Drive): Float32Array {
  const length = Math.hypot(x, y) || 1
  const [awayX, awayY] = [x / length, y / length]
  const share = speed * (slow ? slowShare : 1)
  const { right, away, up } = wish
  return Float32Array.of(
    limited(share * (right * awayY + away * awayX)),
    limited(share * (away * awayY - right * awayX)),
    limited(share * up),
    closed ? 1 : -1,
  )
}

export function isStill({ right, away, up }: Wish): boolean {
  return right === 0 && away === 0 && up === 0
}

function live(value: number): number {
  return Math.abs(value) < deadZone ? 0 : value
}

function limited(value: number): number {
  return Math.min(1, Math.max(-1, value))
}
