// Meta-World's 39 numbers scaled to order one, with what manipulation is about made explicit: how things move, where
// the object is seen from the hand, where the goal is seen from the object, and how far those are apart.

import { applyRecipe, type Difference, type ObservationView, recipeSize, ViewError, type ViewRecipe } from './view.ts'

/** Numbers that it reads. */
export const OBSERVATION = 39
/** Where things begin in an observation. */
const HAND = 0
const GRIPPER = 3
const OBJECT = 4
const PREVIOUS = 18
const GOAL = 36

/** Middle of the workspace and half its used extent, metres. */
const CENTRE = [0, 0.65, 0.12] as const
const EXTENT = [0.15, 0.15, 0.08] as const
/** Hand body to finger tips, metres: distances are measured from where the fingers touch. */
const TIP_DROP = 0.045
const NEAR = 0.05
const FAR = 0.1
/** Distance the hand covers in two control steps, metres. */
const MOVE = 0.02

const axes = [0, 1, 2] as const
/** What lies between the hand body and where it touches, along each axis. */
const dropOf = (thing: number, axis: number) => (thing === HAND && axis === 2 ? TIP_DROP : 0)

const place = (thing: number): Difference[] =>
  axes.map((axis) => ({
    of: thing + axis,
    offset: -dropOf(thing, axis) - CENTRE[axis],
    scale: 1 / EXTENT[axis],
  }))

const movement = (thing: number): Difference[] =>
  axes.map((axis) => ({ of: thing + axis, from: PREVIOUS + thing + axis, scale: 1 / MOVE }))

const between = (from: number, to: number, unit: number): Difference[] =>
  axes.map((axis) => ({
    of: to + axis,
    from: from + axis,
    offset: dropOf(from, axis) - dropOf(to, axis),
    scale: 1 / unit,
  }))

const places = [...place(HAND), ...place(OBJECT), ...place(GOAL)]
const movements = [...movement(HAND), ...movement(OBJECT)]
const gripper: Difference[] = [
  { of: GRIPPER, offset: -0.5, scale: 2 },
  { of: GRIPPER, from: PREVIOUS + GRIPPER, scale: 2 },
]
const offsets = [...between(HAND, OBJECT, NEAR), ...between(OBJECT, GOAL, FAR), ...between(HAND, GOAL, FAR)]
const firstOffset = places.length + movements.length + gripper.length

const recipe: ViewRecipe = {
  observationSize: OBSERVATION,
  differences: [...places, ...movements, ...gripper, ...offsets],
  // Each offset's length; and that from hand to object as seen from above, which is what aligning means.
  lengths: [
    [0, 1, 2],
    [3, 4, 5],
    [6, 7, 8],
    [0, 1],
  ].map((some) => some.map((index) => firstOffset + index)),
}

export const relative: ObservationView = {
  id: 'relative',
  size: (observationSize) => recipeSize(relative.recipe(observationSize)),
  apply: (observations, count, observationSize, out) =>
    applyRecipe(relative.recipe(observationSize), observations, count, out),

  recipe(observationSize) {
    if (observationSize === OBSERVATION) return recipe
    throw new ViewError(`the relative view reads ${OBSERVATION} numbers, found ${observationSize}; use view=raw`)
  },
}
