// Somebody whose hand shakes: normal noise on every action.

import { randomStream } from '../../sim/random.ts'
import type { Behaviour } from './behaviour.ts'

/** @param noise standard deviation, in units of an action's range of -1 to 1; what leaves the action space is cut off */
export function noisy(behaviour: Behaviour, noise: number): Behaviour {
  if (noise === 0) return behaviour
  return {
    ...behaviour,
    name: `${behaviour.name}~${noise}`,
    policy: `${behaviour.policy} with noise ${noise}`,
    act(env, seed) {
      const { low, high } = env.actionSpace
      const stream = randomStream(seed, 'noise on actions')
      const steady = behaviour.act(env, seed)
      const action = new Float32Array(low.length)
      return async (observation) => {
        const meant = await steady(observation)
        for (let i = 0; i < action.length; i++) {
          const scale = (high[i]! - low[i]!) / 2
          action[i] = Math.min(high[i]!, Math.max(low[i]!, meant[i]! + noise * scale * stream.normal()))
        }
        return action
      }
    },
  }
}
