// An episode as a recording, and a recording as an episode again.

import type { Recording } from '../sim/recording.ts'
import { type Replayable, type Verdict, verify } from '../sim/verify.ts'
import type { Env, MakeEnv } from './contract.ts'
import { EpisodeRecorder, type RecorderOptions } from './episode-recorder.ts'
import { makeEnv } from './registry.ts'

/** An action for an observation, which is overwritten by the next step; `() => env.expert()` is the scripted expert. */
export type Act = (observation: Float32Array) => Float32Array | Promise<Float32Array>

/** Plays one episode to its end. */
export async function recordEpisode(env: Env, act: Act, options: RecorderOptions): Promise<Recording> {
  let step = env.reset({ seed: options.seed })
  const recorder = new EpisodeRecorder(env, options)
  while (!step.terminated && !step.truncated) {
    const action = await act(step.observation)
    step = env.step(action)
    recorder.add(action, step)
  }
  return recorder.finish()
}

/** Simulates a recording again in an environment of its own. */
export async function verifyRecording(recording: Recording, make: MakeEnv = makeEnv): Promise<Verdict> {
  const env = await make(recording.task, recording.options)
  try {
    env.reset({ seed: recording.seed })
    return verify(recording, replayableOf(env))
  } finally {
    env.dispose()
  }
}

/** What `verify` drives. @param env after its first reset, before which it has no engine to name */
export function replayableOf(env: Env): Replayable {
  return {
    engine: env.snapshot().engine,
    start: (seed) => {
      env.reset({ seed })
    },
    step: (action) => {
      const { reward, terminated, truncated, info } = env.step(action)
      return { reward, success: info.success, over: terminated || truncated }
    },
    hash: () => env.hash(),
  }
}
