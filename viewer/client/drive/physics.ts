// Everything of the driving page that needs the physics engine: fetched once, when the page opens.

import { makeEnv, tasks } from '../../../envs/registry.ts'
import { Session } from './session.ts'

/** 100 s: people take their time. */
const horizon = 8000

export const taskIds: readonly string[] = tasks.map(({ id }) => id)

/** Every task in real time: people act at every control step, also where policies act less often. */
export async function openSession(task: string, seed: number): Promise<Session> {
  return new Session(await makeEnv(task, { horizon, actionRepeat: 1 }), seed)
}
