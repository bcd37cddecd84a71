import { describe, expect, it, test } from 'vitest'
import { Camera } from '../../../sim/camera/camera.ts'
import { tableViewNames, viewOf } from '../../../sim/camera/views.ts'
import { handBodies } from '../../../sim/hand/bodies.ts'
import { table } from '../../../sim/props/table.ts'
import { posesOf } from '../../support/scene-poses.ts'

const scene = { bodies: [...table().bodies, ...handBodies([0, 0.6, 0.2])], joints: [], markers: [] }
const palm = scene.bodies.findIndex(({ name }) => name === 'palm')

test('an unknown view lists the known ones', () => {
  expect(() => viewOf('corner1')).toThrow(/^unknown view "corner1": did you mean "corner"\? Known: corner, corner2, /)
})

describe.each(tableViewNames)('%s', (name) => {
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

test('a view that a robot carries turns with it: what lies ahead of it stays at the top of the picture', () => {
  const box = (name: string, position: readonly [number, number, number]) => ({
    name,
    kind: 'fixed' as const,
    position,
    geoms: [
      {
        shape: { kind: 'box' as const, half: [0.1, 0.1, 0.1] as const },
        colour: '#cc2222' as const,
        touches: 'nothing' as const,
      },
    ],
  })
  const looking = (ahead: readonly [number, number, number], rotation: readonly [number, number, number, number]) => {
    const bodies = [{ ...box('robot', [0.2, -0.3, 0]), rotation }, box('ahead', ahead)]
    const arena = { bodies, joints: [], markers: [] }
    return new Camera({ scene: arena, view: 'egocentric', width: 40, height: 40 }).segmentation(posesOf(arena))
  }
  const up = looking([0.2, 0.7, 0], [0, 0, 0, 1])
  // 17.8 pixels a metre; the robot stands 6 pixels above the lower edge.
  expect([up.indexOf(2), up.indexOf(1)]).toEqual([14 * 40 + 18, 32 * 40 + 18])
  // A quarter turn to the left: ahead is -x.
  const left = looking([-0.8, -0.3, 0], [0, 0, Math.SQRT1_2, Math.SQRT1_2])
  const differing = left.filter((number, at) => number !== up[at]).length
  expect(differing).toBeLessThan(20)
})
