// A recording, simulated again here: whether it happens again and, where it does not, what happens instead.

import type { Env, MakeEnv } from '../../../envs/contract.ts'
import { replayableOf } from '../../../envs/record.ts'
import type { Recording } from '../../../sim/recording.ts'
import { type Verdict, verify } from '../../../sim/verify.ts'
import { secondsOfAction } from './recorded-clip.ts'

export interface Resimulation {
  readonly verdict: Verdict
  /** Where it differs: poses like the recording's own, as they come out here. Shape [frames, bodies, 7]. */
  readonly again: Float32Array<ArrayBuffer> | undefined
}

/** What is answered to the bytes of a recording. */
export type Answer =
  | ({ readonly ok: true; readonly milliseconds: number } & Resimulation)
  | { readonly ok: false; readonly problem: string }

/** @throws what the environment throws when it cannot be made, or refuses an action */
export async function resimulate(recording: Recording, make: MakeEnv): Promise<Resimulation> {
  const env = await make(recording.task, recording.options)
  try {
    env.reset({ seed: recording.seed })
    const verdict = verify(recording, replayableOf(env))
    return { verdict, again: verdict.verdict === 'differs' ? posesAgain(env, recording) : undefined }
  } finally {
    env.dispose()
  }
}

/** As far as the recording goes, or until the episode is over. */
function posesAgain(env: Env, recording: Recording): Float32Array<ArrayBuffer> {
  const { actions, actionSize, seed, poses, rewards } = recording
  const every = Math.max(1, Math.round(poses.interval / secondsOfAction(recording)))
  let over = env.reset({ seed }).truncated
  const frames = [env.poses()]
  for (let step = 0; step < rewards.length && !over; step++) {
    const { terminated, truncated } = env.step(actions.slice(step * actionSize, (step + 1) * actionSize))
    over = terminated || truncated
    if ((step + 1) % every === 0) frames.push(env.poses())
  }
  const width = frames[0]!.length
  const values = new Float32Array(frames.length * width)
  for (const [frame, of] of frames.entries()) values.set(of, frame * width)
  return values
}
