import { expect, test } from 'vitest'
import { createFigure } from '../../../../viewer/client/stage/figure.ts'
import { createWorkshop } from '../../../../viewer/client/stage/workshop.ts'
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
  const sizes = workshop.sizes()
  const two = createFigure(scene, workshop)
  expect(workshop.sizes()).toEqual(sizes)
  one.dispose()
  expect(workshop.sizes()).toEqual(sizes)
  two.dispose()
  expect(workshop.sizes()).toEqual({ geometries: 0, paints: 0 })
})

test('hidden geoms are not drawn', () => {
  const drawn = (bodies: typeof scene.bodies) =>
    createFigure({ ...scene, bodies }, createWorkshop()).bodies.map((body) => body.children.length)
  const hidden = scene.bodies.map((body) => ({ ...body, geoms: body.geoms.map((geom) => ({ ...geom, hidden: true })) }))
  expect(drawn(scene.bodies)).toEqual(scene.bodies.map((body) => body.geoms.length))
  expect(drawn(hidden)).toEqual(scene.bodies.map(() => 0))
})

test('a ghost shows what moves and leaves out the table and the goal', () => {
  const figure = createFigure(scene, createWorkshop())
  const visible = () =>
    figure.root.children.filter((part) => figure.root.visible && part.visible).map(({ name }) => name)
  figure.show('moving')
  expect(visible()).toEqual(['palm'])
  figure.show('all')
  expect(visible()).toEqual(['table', 'palm', 'goal'])
  figure.show('nothing')
  expect(visible()).toEqual([])
})

test('goals of one size and colour share what they are made of, however high they stand', () => {
  const workshop = createWorkshop()
  const [marker] = scene.markers
  createFigure(scene, workshop)
  const sizes = workshop.sizes()
  createFigure({ ...scene, markers: [{ ...marker!, position: [0, 0.5, 0.3] }] }, workshop)
  expect(workshop.sizes()).toEqual(sizes)
})
