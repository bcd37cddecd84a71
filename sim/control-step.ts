// How long an action lasts. Apart from the physics, so that whoever only draws needs no engine.

/** Seconds from one action to the next, as in Meta-World (0.0025 s x 5). */
export const CONTROL_STEP = 1 / 80
