// Where the fingers' springs pull to. Both follow their common mean: the grip force stays constant while the springs still
// centre the object, which saturated motors would not. Pure functions.

import { clamp } from '../vector.ts'
import { GRIP, OPENING } from './constants.ts'

const SQUEEZE_DEPTH = GRIP.squeeze / GRIP.stiffness
const CLOSED = -0.05

/**
 * Target distance of each finger from the middle.
 * @param meanOpening present mean distance of the fingers from the middle
 * @param command in [-1, 1]; above 0 closes, below 0 opens, with that share of the full squeeze
 */
export function gripTarget(meanOpening: number, command: number): number {
  return clamp(meanOpening - command * SQUEEZE_DEPTH, CLOSED, OPENING.open)
}

/** Distance of the fingers as a share of the distance when open, 0 to 1: 0.155 when shut, 0.65 around 4 cm. */
export function openness(fingerDistance: number): number {
  return clamp(fingerDistance / (2 * OPENING.open), 0, 1)
}
