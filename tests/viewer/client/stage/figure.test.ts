import { expect, test } from 'vitest'
import { createFigure, createWorkshop } from '../../../../viewer/client/stage/figure.ts'
import { clipOf } from '../../../support/clip-frames.ts'

const { scene } = clipOf({ id: 'c' })

test('bodies stand where the scene puts them, in its order', () => {
  const { bodies } = createFigure(scene, createWorkshop())
  expect(bodies.map((body) => [body.name, ...body.position])).toEqual([
    ['table', 0, 0.6, 0],
    ['palm', 0, 0.6, 0.2],
  ])
})

test('poses are taken as they are', () => {
  const figure = createFigure(scene, createWorkshop())
  figure.pose(Float32Array.of(1, 2, 3, 0, 0, 0, 1, 4, 5, 6, 0, 0, 1, 0))
  expect(figure.bodies.map((body) => [...body.position, ...body.quaternion])).toEqual([
    [1, 2, 3, 0, 0, 0, 1],
    [4, 5, 6, 0, 0, 1, 0],
  ])
})

test('figures of one scene share what they are made of, and the last leaves nothing', () => {
  const workshop = createWorkshop()
  const one = createFigure(scene, workshop)
  const sizes = [workshop.geometries.size, workshop.paints.size]
  const two = createFigure(scene, workshop)
  expect([workshop.geometries.size, workshop.paints.size]).toEqual(sizes)
  one.dispose()
  expect([workshop.geometries.size, workshop.paints.size]).toEqual(sizes)
  two.dispose()
  expect([workshop.geometries.size, workshop.paints.size]).toEqual([0, 0])
})

test('hidden geoms are not drawn', () => {
  const drawn = (bodies: typeof scene.bodies) =>
    createFigure({ ...scene, bodies }, createWorkshop()).bodies.map((body) => body.children.length)
  const hidden = scene.bodies.map((body) => ({ ...body, geoms: body.geoms.map((geom) => ({ ...geom, hidden: true })) }))
  expect(drawn(scene.bodies)).toEqual(scene.bodies.map((body) => body.geoms.length))
  expect(drawn(hidden)).toEqual(scene.bodies.map(() => 0))
})
