// Colours as the buffers hold them: red in the lowest byte, then green and blue, sRGB. Between light and sRGB go tables, so
// that the loops over pixels never compute a power.

import { exponential, naturalLogarithm } from '../elementary.ts'
import type { Colour } from '../scene.ts'
import { clamp } from '../vector.ts'

/** Pixel values by light: entry i is the surface lit by i / LEVELS_PER_LIGHT. */
export type Ink = Int32Array

export const LEVELS = 256
const BRIGHTEST = 1.25
export const LEVELS_PER_LIGHT = (LEVELS - 1) / BRIGHTEST

/** @returns each channel, 0 to 255 */
export function channels(colour: Colour): readonly [red: number, green: number, blue: number] {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

export function packed(red: number, green: number, blue: number): number {
  return red | (green << 8) | (blue << 16)
}

/** A surface that the light falls on. */
export function litInk(colour: Colour): Ink {
  const linear = channels(colour).map((channel) => decode(channel / 255))
  return Int32Array.from({ length: LEVELS }, (_, level) => {
    const light = level / LEVELS_PER_LIGHT
    const [red, green, blue] = linear.map((share) => Math.round(255 * encode(share * light)))
    return packed(red!, green!, blue!)
  })
}

/** The same value in any light. */
export function plainInk(value: number): Ink {
  return new Int32Array(LEVELS).fill(value)
}

/** sRGB bytes by sRGB bytes: what a channel becomes when its light is multiplied by `share`. */
export function dimmed(share: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, value) => Math.round(255 * encode(share * decode(value / 255))))
}

/** From sRGB to light, both in [0, 1]. */
export function decode(value: number): number {
  return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055, 2.4)
}

/** From light to sRGB; more than 1 is 1. */
export function encode(light: number): number {
  const share = clamp(light, 0, 1)
  return share <= 0.0031308 ? 12.92 * share : 1.055 * power(share, 1 / 2.4) - 0.055
}

function power(base: number, exponent: number): number {
  return exponential(exponent * naturalLogarithm(base))
}
