// Who may move the hand: the person, the task's scripted expert, or a trained policy.

import type { OpenPolicy } from '../policy/policy.ts'
import type { Session } from './session.ts'

export interface Actor {
  /** As it is written into a recording. */
  readonly name: string
  /** The next action, at most a control step's wait away. */
  act(session: Session): Float32Array | Promise<Float32Array>
  /** The world was reset. */
  begin(): void
  dispose?(): Promise<void>
}

/** @param action dx, dy, dz, grip */
export function personActor(action: () => Float32Array): Actor {
  return { name: 'person', act: ({ env }) => withoutTurning(action(), env.actionSpace.low.length), begin: () => {} }
}

/** Travel (3), turn (3) and grip: a wrist that can turn stays as it is. */
const TURNING = 7

function withoutTurning(action: Float32Array, size: number): Float32Array {
  if (size !== TURNING) return action
  const whole = new Float32Array(TURNING)
  whole.set(action.subarray(0, 3))
  whole[TURNING - 1] = action[3]!
  return whole
}

export const expertActor: Actor = {
  name: 'expert',
  act: (session) => session.env.expert().slice(),
  begin: () => {},
}

/** Decides as often as it was trained to, and holds each action in between. */
export function policyActor({ policy, notes }: OpenPolicy, name: string): Actor {
  const repeat = Math.max(1, Math.round(Number(notes.actionRepeat ?? 1)) || 1)
  let held: Float32Array | undefined
  let left = 0
  return {
    name,
    begin() {
      left = 0
    },
    dispose: () => policy.dispose(),
    async act({ observation, env }) {
      if (left === 0 || held === undefined) {
        held = limited(await policy.act(observation.slice(), 1), env.actionSpace.low.length)
        left = repeat
      }
      left--
      return held
    },
  }
}

/** @throws RangeError where the policy's actions are not the task's */
function limited(action: Float32Array, size: number): Float32Array {
  if (action.length === size) return action.map((value) => Math.min(1, Math.max(-1, value)))
  throw new RangeError(`the policy gave ${action.length} numbers for an action, the task expects ${size}`)
}
