import { expect, it } from 'vitest'
import { armFrames } from '../../../sim/arm/forward.ts'
import { panda } from '../../../sim/arm/panda.ts'

const { base, joints, flangeLength } = panda
const length = (joint: number) => joints[joint]!.d

it('stands upright with all joints at zero, the flange hanging ahead of it', () => {
  const [x, y, z] = armFrames(panda, [0, 0, 0, 0, 0, 0, 0]).at(-1)!.position
  expect(x).toBeCloseTo(base.position[0], 12)
  expect(y).toBeCloseTo(base.position[1] + joints[6]!.a, 12)
  expect(z).toBeCloseTo(length(0) + length(2) + length(4) - flangeLength, 12)
})

it('turns everything but the base with the first joint', () => {
  const turned = armFrames(panda, [Math.PI / 2, 0, 0, 0, 0, 0, 0]).at(-1)!.position
  expect(turned[0]).toBeCloseTo(-joints[6]!.a, 12)
  expect(turned[1]).toBeCloseTo(base.position[1], 12)
})
