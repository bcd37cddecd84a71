import { expect, it } from 'vitest'
import { BASE, FLANGE_LENGTH, JOINTS } from '../../../sim/arm/dh.ts'
import { armFrames } from '../../../sim/arm/forward.ts'

const length = (joint: number) => JOINTS[joint]!.d

it('stands upright with all joints at zero, the flange hanging ahead of it', () => {
  const [x, y, z] = armFrames([0, 0, 0, 0, 0, 0, 0]).at(-1)!.position
  expect(x).toBeCloseTo(BASE.position[0], 12)
  expect(y).toBeCloseTo(BASE.position[1] + JOINTS[6]!.a, 12)
  expect(z).toBeCloseTo(length(0) + length(2) + length(4) - FLANGE_LENGTH, 12)
})

it('turns everything but the base with the first joint', () => {
  const turned = armFrames([Math.PI / 2, 0, 0, 0, 0, 0, 0]).at(-1)!.position
  expect(turned[0]).toBeCloseTo(-JOINTS[6]!.a, 12)
  expect(turned[1]).toBeCloseTo(BASE.position[1], 12)
})
