// The building blocks of Meta-World's v2 rewards as pure functions of distances. Every block lies in [0, 1].
// Source: Yu et al. 2020, "Meta-World", metaworld/envs/reward_utils.py and sawyer_xyz_env.py.

import { exponential, naturalLogarithm } from '../../sim/elementary.ts'
import type { Quat, Vec3 } from '../../sim/scene.ts'
import { clamp, distance, scaledDistance } from '../../sim/vector.ts'

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

/** The same with the tail of a normal distribution, 0.1^((d / margin)^2): near 1 for longer, and then soon 0. */
export function gaussianTolerance(x: number, { least = 0, most, margin }: Tolerance): number {
  const outside = x < least ? least - x : x - most
  if (outside <= 0) return 1
  if (margin <= 0) return 0
  const ratio = outside / margin
  return exponential(-Math.LN10 * ratio * ratio)
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
  /** Grip command that counts as a full grip; 1 by default. */
  readonly effort?: number
}

/**
 * C, high density: the mean of being caged and of being caged and gripped.
 * cage = H(H(T left, T right), T xz); grip counts once cage > 0.97; C = (H(cage, grip) + cage) / 2.
 */
export function caging(input: Caging): number {
  const cage = caged(input)
  return (gripped(input, cage) + cage) / 2
}

/** C, low density: caged and gripped, nothing for being caged alone. */
export function cagingSparse(input: Caging): number {
  return gripped(input, caged(input))
}

/** C, medium density: the mean of being caged and gripped and of the tcp's being within `reach` of the object. */
export function cagingWithReach(input: Caging, reach: number): number {
  const { tcp, object, tcpStart, objectStart } = input
  const margin = Math.abs(distance(objectStart, tcpStart) - reach)
  return (cagingSparse(input) + tolerance(distance(tcp, object), { most: reach, margin })) / 2
}

/** C*: the grip is scored by how close the pads are, not by the command; `slack` is what a held object leaves. */
export function cagingByGap(input: Caging, slack: number): number {
  const cage = caged(input)
  const closed = cage > 0.95 ? betweenPads(input, input.objectRadius + slack) : 0
  return (cage + closed) / 2
}

function caged(input: Caging): number {
  return hamacher(betweenPads(input, input.padReach), cagedInPlane(input))
}

function gripped({ grip, effort = 1 }: Caging, cage: number): number {
  return cage > 0.97 ? hamacher(cage, clamp(grip, 0, effort) / effort) : 0
}

/** Each pad at least an object radius and at most `most` away in y. */
function betweenPads(input: Caging, most: number): number {
  return hamacher(besidePad(input, input.padY[0], most), besidePad(input, input.padY[1], most))
}

function besidePad({ object, objectStart, objectRadius, padReach }: Caging, y: number, most: number): number {
  const margin = Math.abs(Math.abs(y - objectStart[1]) - padReach)
  return tolerance(Math.abs(y - object[1]), { least: objectRadius, most, margin })
}

const XZ: Vec3 = [1, 0, 1]

function cagedInPlane({ tcp, object, objectStart, tcpStart, xzReach }: Caging): number {
  const margin = scaledDistance(objectStart, tcpStart, XZ) - xzReach
  return tolerance(scaledDistance(tcp, object, XZ), { most: xzReach, margin })
}

/** U = 1 - |q - ideal| / width, at least 0. Upstream's is sign-sensitive; here q and -q are the same rotation. */
export function uprightness(rotation: Quat, ideal: Quat, width: number): number {
  let plus = 0
  let minus = 0
  for (let i = 0; i < 4; i++) {
    plus += (rotation[i]! - ideal[i]!) ** 2
    minus += (rotation[i]! + ideal[i]!) ** 2
  }
  return Math.max(0, 1 - Math.sqrt(Math.min(plus, minus)) / width)
}

export interface Funnel {
  /** Radius within which there is no floor. */
  readonly throat: number
  readonly slope: number
  /** Height of the floor 1 m outside the throat. */
  readonly height: number
}

/** Height of a logarithmic funnel's floor at a distance from its middle: keeps what passes over it from scraping edges. */
export function funnelFloor(radius: number, { throat, slope, height }: Funnel): number {
  return radius > throat ? slope * naturalLogarithm(radius - throat) + height : 0
}

/** 1 above a floor, a tolerance of `margin` below it. */
export function aboveFloor(z: number, floor: number, margin: number): number {
  return tolerance(Math.max(0, floor - z), { most: 0.01, margin })
}
