// A circle as a polygon. Its corners come from square roots, not sines, which differ between JavaScript engines.

/** Corners of a circle, and sides of a cylinder. */
export const SIDES = 16

/** Corners of the unit circle, counted from the x axis: cosines and sines. */
export const COSINES = new Float64Array(SIDES)
export const SINES = new Float64Array(SIDES)

// A quarter turn, halved until it is one side's angle: cos(a / 2) = sqrt((1 + cos a) / 2).
let cosine = 0
for (let sides = 4; sides < SIDES; sides *= 2) cosine = Math.sqrt((1 + cosine) / 2)
const sine = Math.sqrt(1 - cosine * cosine)

COSINES[0] = 1
for (let i = 1; i < SIDES; i++) {
  COSINES[i] = COSINES[i - 1]! * cosine - SINES[i - 1]! * sine
  SINES[i] = SINES[i - 1]! * cosine + COSINES[i - 1]! * sine
}

/** Distance from the middle to a side. */
export const APOTHEM = Math.sqrt((1 + cosine) / 2)
