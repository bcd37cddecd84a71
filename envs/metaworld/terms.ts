// The building blocks of Meta-World's v2 rewards as pure functions of distances. Every block lies in [0, 1].
// Source: Yu et al. 2020, "Meta-World", metaworld/envs/reward_utils.py and sawyer_xyz_env.py.

import type { Vec3 } from '../../sim/scene.ts'
import { clamp, scaledDistance } from '../../sim/vector.ts'

export interface Tolerance {
  /** The band in which the value is 1; `least` is 0 by default. */
  readonly least?: number
  readonly most: number
  /** Distance outside the band at which the value has fallen to 0.1; 0 or less: no tail. */
  readonly margin: number
}

/** T(x) = 1 inside the band, 1 / (1 + 9 (d / margin)^2) at distance d outside: a long tail. */
export function tolerance(x: number, { least = 0, most, margin }: Tolerance): number {
  const outside = x < least ? least - x : x - most
  if (outside <= 0) return 1
  if (margin <= 0) return 0
  const ratio = outside / margin
  return 1 / (1 + 9 * ratio * ratio)
}

/** H(a, b) = ab / (a + b - ab), the Hamacher product: a soft "and" of two numbers in [0, 1]; 0 when both are 0. */
export function hamacher(a: number, b: number): number {
  const union = a + b - a * b
  return union > 0 ? (a * b) / union : 0
}

export interface Caging {
  /** y of the left and the right finger. */
  readonly padY: readonly [number, number]
  readonly tcp: Vec3
  readonly object: Vec3
  /** Where object and tcp were after reset. */
  readonly objectStart: Vec3
  readonly tcpStart: Vec3
  /** Grip command in [-1, 1]; above 0 closes. */
  readonly grip: number
  readonly objectRadius: number
  /** Farthest distance of a pad that still cages. */
  readonly padReach: number
  /** Distance of tcp and object in the xz plane that counts as none. */
  readonly xzReach: number
}

/**
 * C, high density: the mean of being caged and of being caged and gripped.
 * cage = H(H(T left, T right), T xz); grip counts once cage > 0.97; C = (H(cage, grip) + cage) / 2.
 */
export function caging(input: Caging): number {
  const cage = hamacher(cagedBetweenPads(input), cagedInPlane(input))
  const grip = cage > 0.97 ? clamp(input.grip, 0, 1) : 0
  return (hamacher(cage, grip) + cage) / 2
}

/** Each pad at least an object radius and at most `padReach` away in y. */
function cagedBetweenPads(input: Caging): number {
  return hamacher(cagedByPad(input, input.padY[0]), cagedByPad(input, input.padY[1]))
}

function cagedByPad({ object, objectStart, objectRadius, padReach }: Caging, y: number): number {
  const margin = Math.abs(Math.abs(y - objectStart[1]) - padReach)
  return tolerance(Math.abs(y - object[1]), { least: objectRadius, most: padReach, margin })
}

const XZ: Vec3 = [1, 0, 1]

function cagedInPlane({ tcp, object, objectStart, tcpStart, xzReach }: Caging): number {
  const margin = scaledDistance(objectStart, tcpStart, XZ) - xzReach
  return tolerance(scaledDistance(tcp, object, XZ), { most: xzReach, margin })
}
