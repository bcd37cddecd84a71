import { describe, expect, it, test } from 'vitest'
import { Camera } from '../../../sim/camera/camera.ts'
import { viewNames, viewOf } from '../../../sim/camera/views.ts'
import { handBodies } from '../../../sim/hand/bodies.ts'
import { table } from '../../../sim/props/table.ts'
import { posesOf } from '../../support/scene-poses.ts'

const scene = { bodies: [...table().bodies, ...handBodies([0, 0.6, 0.2])], joints: [], markers: [] }
const palm = scene.bodies.findIndex(({ name }) => name === 'palm')

test('an unknown view lists the known ones', () => {
  expect(() => viewOf('corner1')).toThrow(/^unknown view "corner1": did you mean "corner"\? Known: corner, corner2, /)
})

describe.each(viewNames)('%s', (name) => {
  const camera = new Camera({ scene, view: name, width: 60, height: 60 })
  const numbers = camera.segmentation(posesOf(scene))

  it('shows the table', () => {
    expect(numbers.filter((number) => number === 1).length).toBeGreaterThan(400)
  })

  it('shows the hand', () => {
    expect(numbers.filter((number) => number > palm).length).toBeGreaterThan(5)
  })

  it('is upright: the table is farther away at the top of the picture than at the bottom', () => {
    if (name === 'top') return expect(numbers[30 * 60 + 30]).toBeGreaterThan(0)
    const depth = camera.draw(posesOf(scene)).depth()
    const rows = [...numbers.keys()].filter((at) => numbers[at] === 1 && at % 60 === 45)
    expect(depth[rows[0]!]).toBeGreaterThan(depth[rows.at(-1)!]!)
  })
})
