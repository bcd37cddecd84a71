// Whatever is done to a task: no number is lost, nothing leaves the room, nothing is flung about, and it can be done again
// bit for bit. tests/bench/safety.ts does it 200 times a task.

import { describe, expect, test } from 'vitest'
import { makeEnv } from '../../../envs/registry.ts'
import { handTaskIds } from '../../support/hand-tasks.ts'
import { handle, handlings } from '../../support/rough-handling.ts'

const STEPS = 250
/** m/s */
const FASTEST = 20

describe.each(handTaskIds)('%s', (id) => {
  test.each(Object.keys(handlings))('stays in the room and below 20 m/s under %s hands', async (handling) => {
    const env = await makeEnv(id, { physics: 'fast' })
    for (const seed of [0, 1]) {
      const { fastest, inside } = handle(env, handling, { seed, steps: STEPS })
      expect(inside, `seed ${seed}`).toBe(true)
      expect(fastest, `seed ${seed}`).toBeLessThan(FASTEST)
    }
    env.dispose()
  })

  test('500 steps replay to the same state, bit for bit', async () => {
    const env = await makeEnv(id, { physics: 'fast' })
    const play = () => {
      handle(env, 'jamming', { seed: 3, steps: 500 })
      return env.hash()
    }
    const first = play()
    expect(first).toMatch(/^[0-9a-f]+$/)
    expect(play()).toBe(first)
    env.dispose()
  })
})
