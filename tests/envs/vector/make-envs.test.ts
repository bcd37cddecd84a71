import { expect, it } from 'vitest'
import { makeEnvs } from '../../../envs/vector/make-envs.ts'
import { livePointEnvs, makePointEnv } from '../../support/point-env.ts'

it('disposes of the worlds already made when a later one cannot be made', async () => {
  let made = 0
  const make = () => {
    made += 1
    if (made === 3) throw new Error('out of memory')
    return makePointEnv()
  }
  await expect(makeEnvs({ id: 'point', count: 4, options: {}, make })).rejects.toThrow('out of memory')
  expect(livePointEnvs).toBe(0)
})
