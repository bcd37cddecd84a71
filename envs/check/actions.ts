// Checks that bad actions are refused by name and change nothing.

import type { Env } from '../contract.ts'
import { refusalOf } from './refusal.ts'
import { EnvFault, envCheck } from './subject.ts'

const SEED = 5

export const actionChecks = [
  envCheck('an action of the wrong length is refused by name', (env) => {
    const size = env.actionSpace.low.length
    checkRefused(env, new Float32Array(size + 1), { what: `an action of ${size + 1} numbers`, says: String(size + 1) })
    checkRefused(env, new Float32Array(size - 1), { what: `an action of ${size - 1} numbers`, says: String(size - 1) })
  }),

  envCheck('a NaN in an action is refused by name', (env) => {
    for (const entry of env.actionSpace.low.keys()) {
      checkRefused(env, actionWith(env, entry, Number.NaN), { what: `NaN in action[${entry}]`, says: 'NaN' })
    }
  }),

  envCheck('an action outside the action space is refused by name', (env) => {
    for (const [entry, high] of env.actionSpace.high.entries()) {
      const value = Math.fround(high * 1.5)
      checkRefused(env, actionWith(env, entry, value), { what: `${value} in action[${entry}]`, says: String(value) })
    }
    checkRefused(env, actionWith(env, 0, -Infinity), { what: '-Infinity in action[0]', says: 'Infinity' })
  }),
]

function actionWith({ actionSpace }: Env, entry: number, value: number): Float32Array {
  const action = new Float32Array(actionSpace.low.length)
  action[entry] = value
  return action
}

function checkRefused(env: Env, action: Float32Array, { what, says }: { what: string; says: string }): void {
  env.reset({ seed: SEED })
  const before = env.hash()
  const message = refusalOf(() => env.step(action))
  if (message === undefined) throw new EnvFault(`${what} was accepted`, 'actions that are clipped or not checked')
  if (!message.includes(says)) {
    throw new EnvFault(`${what} was refused with "${message}", which does not say ${says}`, 'a refusal by accident')
  }
  if (env.hash() === before) return
  throw new EnvFault(`${what} was refused but the state had changed`, 'a check that comes after the first movement')
}
