// Where to look from so that what matters in a task fills its picture: its props and its goal, not the table or the arm.

import { DEFAULT_ROBOT, robots } from '../../sim/arm/robots.ts'
import { Camera } from '../../sim/camera/camera.ts'
import type { View } from '../../sim/camera/views.ts'
import { HAND_BODIES } from '../../sim/hand/bodies.ts'
import type { Body, Geom, Scene, Shape, Vec3 } from '../../sim/scene.ts'
import { IDENTITY, plus, transformed } from '../../sim/vector.ts'

/** From what is looked at to the eye: at the robot's right, at its left, and facing it. */
const DIRECTIONS: readonly Vec3[] = [
  [0.72, -0.58, 0.6],
  [-0.72, -0.58, 0.6],
  [0.72, 0.58, 0.6],
]
/** Another than the first direction must show so many times as much. */
const BETTER = 1.5
/** Pixels of the small pictures that are compared. */
const TRIAL = 64
const HALF_HEIGHT = 0.2
/** Around the props: room for the hand, and not closer than this. */
const MARGIN = 1.12
const LEAST_RADIUS = 0.17
/** Neither framed nor counted. */
const SCENERY = [
  'table',
  ...Object.values<string>(HAND_BODIES),
  ...robots[DEFAULT_ROBOT].bodies.map(({ name }) => name),
]

/** The direction that shows most of what can be moved. @param poses of the scene with its arm, at the start */
export function framing(scene: Scene, poses: Float32Array): View {
  const views = DIRECTIONS.map((direction) => framedFrom(direction, scene))
  const shown = views.map((view, place) => movablePixels(scene, poses, view) * (place === 0 ? BETTER : 1))
  return views[shown.indexOf(Math.max(...shown))]!
}

function movablePixels(scene: Scene, poses: Float32Array, view: View): number {
  const camera = new Camera({ scene, view, width: TRIAL, height: TRIAL })
  const movable = scene.bodies.map(({ name, kind }) => kind === 'dynamic' && !SCENERY.includes(name))
  return camera.segmentation(poses).filter((number) => number > 0 && movable[number - 1]).length
}

function framedFrom(direction: Vec3, scene: Scene): View {
  const points = [
    ...scene.bodies.filter((body) => isFramed(body, scene)).flatMap(extent),
    ...scene.markers.map(({ position }) => position),
    ...scene.bodies.filter(({ name }) => name === HAND_BODIES.palm).map(({ position }) => position),
  ]
  const low = [0, 1, 2].map((axis) => Math.min(...points.map((point) => point[axis]!)))
  const high = [0, 1, 2].map((axis) => Math.max(...points.map((point) => point[axis]!)))
  const target = low.map((value, axis) => (value + high[axis]!) / 2) as unknown as Vec3
  const radius = Math.max(LEAST_RADIUS, Math.hypot(...low.map((value, axis) => (high[axis]! - value) / 2)))
  const away = (MARGIN * radius) / HALF_HEIGHT / Math.hypot(...direction)
  const eye = plus(target, direction.map((share) => share * away) as unknown as Vec3)
  return { eye, target, halfHeight: HALF_HEIGHT }
}

/** A floor that somebody walks along is larger than any picture. */
function isFramed({ name, kind }: Body, { stage }: Scene): boolean {
  return !SCENERY.includes(name) && (stage?.follow === undefined || kind !== 'fixed')
}

/** The furthest places of a body's drawn geoms along the world's axes. */
function extent({ position, rotation = IDENTITY, geoms }: Body): Vec3[] {
  return geoms
    .filter(({ hidden }) => !hidden)
    .flatMap((geom) => corners(geom).map((corner) => transformed(position, rotation, corner)))
}

function corners({ shape, position = [0, 0, 0], rotation = IDENTITY }: Geom): Vec3[] {
  const [x, y, z] = halfOf(shape)
  const signs = [-1, 1] as const
  return signs.flatMap((a) =>
    signs.flatMap((b) => signs.map((c) => transformed(position, rotation, [a * x, b * y, c * z]))),
  )
}

function halfOf(shape: Shape): Vec3 {
  if (shape.kind === 'box') return shape.half
  if (shape.kind === 'sphere') return [shape.radius, shape.radius, shape.radius]
  return [shape.radius, shape.radius, shape.halfHeight]
}
