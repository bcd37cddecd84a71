// Each environment here breaks one rule; the checker must say which and why.

import { describe, expect, it } from 'vitest'
import { checkEnv, envChecks } from '../../envs/check.ts'
import type { Env, EnvOptions, Step } from '../../envs/contract.ts'
import { verifyRecording } from '../../envs/record.ts'
import { livePointEnvs, makePointEnv } from '../support/point-env.ts'

type Break = (env: Env) => Partial<Env>
/** Changes what every step says. */
const saying =
  (change: (step: Step, env: Env) => Partial<Step>): Break =>
  (env) => ({
    step: (action) => {
      const step = env.step(action)
      return { ...step, ...change(step, env) }
    },
  })

async function faultsOf(breaks: Break, live = () => livePointEnvs): Promise<{ check: string; fault: string }[]> {
  const make = async (options?: Partial<EnvOptions>) => {
    const env = await makePointEnv('point', options)
    return { ...env, ...breaks(env) }
  }
  const elsewhere = (recording: Parameters<typeof verifyRecording>[0]) => verifyRecording(recording, makePointEnv)
  const results = await checkEnv({ make, live, elsewhere })
  return results.flatMap(({ check, fault }) => (fault === undefined ? [] : [{ check, fault }]))
}

let calls = 0

const broken: Record<string, [check: RegExp, fault: RegExp, breaks: Break]> = {
  'actions that are not scaled': [
    /action space is a box within/,
    /actionSpace\[0\] is -2 to 1, .*not scaled/,
    ({ actionSpace }) => ({ actionSpace: { ...actionSpace, low: Float32Array.of(-2, -1, -1) } }),
  ],
  'a shape that does not fit': [
    /observation space is a box/,
    /observationSpace has the shape 7 but 6 lows/,
    ({ observationSpace }) => ({ observationSpace: { ...observationSpace, shape: [7] } }),
  ],
  'swapped bounds': [
    /observation space is a box/,
    /observationSpace\[0\] runs from 2 to -2; likely cause: bounds that are swapped/,
    ({ observationSpace: { shape, low, high } }) => ({ observationSpace: { shape, low: high, high: low } }),
  ],
  'a term without a scale': [
    /term names are distinct/,
    /the scale of "far" is undefined/,
    () => ({ termNames: ['near', 'reached', 'far'] }),
  ],
  'a start that is over': [
    /reset gives a well-formed first step/,
    /reset reports an episode that is over/,
    (env) => ({ reset: (request) => ({ ...env.reset(request), truncated: true }) }),
  ],
  'unseeded randomness': [
    /same seed gives the same start/,
    /two resets with seed 123 differ at step 0: reward .*does not come from the seed/,
    (env) => ({ reset: (request) => ({ ...env.reset(request), reward: calls++ }) }),
  ],
  'a seed that is not used': [
    /other seeds give other starts/,
    /seeds 0 to 7 give one and the same start/,
    (env) => ({ reset: ({ seed }) => env.reset({ seed: refuseNoSeed(seed) * 0 }) }),
  ],
  'state that outlives reset': [
    /reset forgets the episode before/,
    /an episode of seed 123 and the same again differ at step \d+: reward/,
    (env) => {
      let steps = 0
      return { step: (action) => ({ ...env.step(action), reward: steps++ }) }
    },
  ],
  'seeds that are not checked': [
    /reset refuses what is no seed/,
    /reset accepted the seed -1/,
    (env) => ({ reset: ({ seed }) => env.reset({ seed: Math.abs(Math.trunc(seed)) || 0 }) }),
  ],
  'an observation outside its space': [
    /every step is well-formed/,
    /at step 0 observation\[2\] is 9, expected -2 to 2/,
    saying(({ observation }) => ({ observation: observation.slice().fill(9, 2, 3) })),
  ],
  'an observation of another type': [
    /every step is well-formed/,
    /the observation is Float64Array of 6 numbers, expected Float32Array of 6/,
    saying(({ observation }) => ({ observation: Float64Array.from(observation) as unknown as Float32Array })),
  ],
  'a reward that is NaN': [
    /every step is well-formed/,
    /at step 0 the reward is NaN; likely cause: a term that divides by zero/,
    saying(() => ({ reward: Number.NaN })),
  ],
  'a flag that is a number': [
    /every step is well-formed/,
    /at step 0 terminated is 0, expected true or false/,
    saying(() => ({ terminated: 0 as unknown as boolean })),
  ],
  'terms that are not named': [
    /every step is well-formed/,
    /info.terms has near, expected near, reached/,
    saying(({ info }) => ({ info: { ...info, terms: { near: info.terms.near! } } })),
  ],
  'one terms object for all steps': [
    /every step is well-formed/,
    /step 1 returned the terms object of the step before/,
    (env) => {
      const terms: Record<string, number> = {}
      return {
        step: (action) => {
          const step = env.step(action)
          return { ...step, info: { ...step.info, terms: Object.assign(terms, step.info.terms) } }
        },
      }
    },
  ],
  'something shared between environments': [
    /same actions lead to the same outcome/,
    /with one seed and the same actions differ at step 0: reward is/,
    saying(() => ({ reward: calls++ })),
  ],
  'an action that is clipped in place': [
    /leaves the action as it was given/,
    /step changed the action/,
    (env) => ({
      step: (action) => {
        const step = env.step(action)
        action[0] = 0
        return step
      },
    }),
  ],
  'a horizon that is off by one': [
    /cut off at the horizon/,
    /with a horizon of 20, truncated is false at action 20; .*off by one/,
    saying(() => ({ truncated: false })),
  ],
  'an end that is forgotten': [
    /step after the end/,
    /step after the end of the episode was obeyed/,
    (env) => {
      let started = false
      return {
        reset: (request) => {
          started = true
          return env.reset(request)
        },
        step: (action) => stepOrReset(env, action, started),
      }
    },
  ],
  'a start without reset': [
    /step after the end and before the first reset/,
    /step before the first reset was obeyed/,
    (env) => ({ step: (action) => stepOrReset(env, action, true) }),
  ],
  'actions that are clipped': [
    /outside the action space is refused/,
    /1.5 in action\[0\] was accepted; likely cause: actions that are clipped/,
    (env) => ({ step: (action) => env.step(action.map((entry) => (entry > 1 ? 1 : entry))) }),
  ],
  'NaN that is let through': [
    /NaN in an action is refused/,
    /NaN in action\[0\] was accepted/,
    (env) => ({ step: (action) => env.step(action.map((entry) => (Number.isNaN(entry) ? 0 : entry))) }),
  ],
  'a refusal that names nothing': [
    /wrong length is refused by name/,
    /an action of 4 numbers was refused with "bad action", which does not say 4/,
    (env) => ({
      step: (action) => {
        if (action.length !== 3) throw new Error('bad action')
        return env.step(action)
      },
    }),
  ],
  'a check that comes too late': [
    /NaN in an action is refused/,
    /NaN in action\[0\] was refused but the state had changed/,
    (env) => ({
      step: (action) => {
        const step = env.step(action.map((entry) => (Number.isNaN(entry) ? 1 : entry)))
        if (action.some(Number.isNaN)) throw new Error('the action has a NaN')
        return step
      },
    }),
  ],
  'a bonus outside the terms': [
    /reward is the sum of terms/,
    /at step 0 the reward is .*a bonus outside the terms/,
    saying(({ reward }) => ({ reward: reward + 0.1 })),
  ],
  'sums instead of means': [
    /held action gives the means/,
    /held action 0: reward is .*, expected the mean/,
    saying(({ reward }, { options }) => ({ reward: reward * options.actionRepeat })),
  ],
  'success only at the end of the action': [
    /held action gives the means/,
    /held action \d+: success is false, its control steps say true/,
    saying(({ info }, { options }) => ({ info: { ...info, success: options.actionRepeat === 1 } })),
  ],
  'a snapshot without the step counter': [
    /restore goes on bit for bit/,
    /restored in the same environment, the episode differs at step \d+: hash .*state outside the snapshot/,
    (env) => ({
      restore: (snapshot) => {
        const state = new Float64Array(snapshot.world.slice().buffer)
        state[6] = 0
        env.restore({ ...snapshot, world: new Uint8Array(state.buffer) })
      },
    }),
  ],
  'a snapshot kept in the environment': [
    /restore goes on bit for bit/,
    /restored in another environment, the episode differs/,
    (env) => {
      let kept: ReturnType<Env['snapshot']> | undefined
      return {
        snapshot: () => {
          kept = env.snapshot()
          return kept
        },
        restore: (snapshot) => {
          if (kept !== undefined) env.restore({ ...kept, task: snapshot.task })
        },
      }
    },
  ],
  'a snapshot that is not checked': [
    /snapshot of another task is refused/,
    /restore accepted the snapshot of another task/,
    (env) => ({ restore: (snapshot) => env.restore({ ...snapshot, task: env.id }) }),
  ],
  'a getter that moves': [
    /looking changes nothing/,
    /watched and unwatched episodes differ at step 0: hash .*a getter that moves/,
    (env) => ({
      expert: () => {
        env.step(Float32Array.of(0.1, 0, 0))
        return env.expert()
      },
    }),
  ],
  'a pose too many': [
    /poses are finite, one per body/,
    /after reset poses has 14 numbers, expected 1 bodies x 7/,
    () => ({ poses: () => new Float32Array(14) }),
  ],
  'an unset rotation': [
    /poses are finite, one per body/,
    /the quaternion of "point" has the length 0/,
    () => ({ poses: (out = new Float32Array(7)) => out.fill(0) }),
  ],
  'a simulation that blew up': [
    /poses are finite, one per body/,
    /after reset the pose of "point" is NaN/,
    () => ({ poses: (out = new Float32Array(7)) => out.fill(Number.NaN) }),
  ],
  'an out that is ignored': [
    /written where the caller wants/,
    /poses\(out\) did not fill and return/,
    (env) => ({ poses: () => env.poses() }),
  ],
  'an expert that is not clipped': [
    /expert acts inside the action space/,
    /at step 0 the expert says .*a gain that is not clipped/,
    (env) => ({ expert: () => env.expert().map((entry) => 10 * entry) }),
  ],
  'a dispose that does not remember': [
    /dispose may be called twice/,
    /reset after dispose was obeyed/,
    () => ({ dispose: () => {} }),
  ],
  'a second dispose that throws': [
    /dispose may be called twice/,
    /the second dispose throws; likely cause: memory that is freed twice/,
    (env) => {
      let disposed = false
      return {
        dispose: () => {
          if (disposed) throw new Error('freed twice')
          disposed = true
          env.dispose()
        },
      }
    },
  ],
  'a step that crashes': [
    /same actions lead to the same outcome/,
    /^the check ended with an error: unreachable$/,
    () => ({
      step: () => {
        throw new Error('unreachable')
      },
    }),
  ],
}

/** Obeys where it should refuse: starts an episode instead. */
function stepOrReset(env: Env, action: Float32Array, willing: boolean): Step {
  try {
    return env.step(action)
  } catch (error) {
    if (!willing || !String(error).includes('is over')) throw error
    return env.reset({ seed: 1 })
  }
}

function refuseNoSeed(seed: number): number {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`the seed is ${seed}`)
  return seed
}

describe('checkEnv', () => {
  it('finds nothing wrong with an environment that keeps the contract', async () => {
    expect(await faultsOf(() => ({}))).toEqual([])
  })

  it.each(Object.entries(broken))('finds %s', async (_, [check, fault, breaks]) => {
    const faults = await faultsOf(breaks)
    expect(faults).toContainEqual({ check: expect.stringMatching(check), fault: expect.stringMatching(fault) })
  })

  it('finds resets that leave worlds behind', async () => {
    let worlds = 0
    const leak: Break = (env) => ({
      reset: (request) => {
        worlds += 1
        return env.reset(request)
      },
    })
    const faults = await faultsOf(leak, () => worlds)
    expect(faults).toEqual([
      {
        check: 'a hundred resets leave nothing behind, and dispose gives everything back',
        fault: expect.stringMatching(/^100 more worlds are alive after 100 resets; likely cause: a reset that builds/),
      },
    ])
  })

  it('finds worlds that dispose leaves behind', async () => {
    let worlds = 0
    const faults = await faultsOf(
      () => {
        worlds += 1
        return {}
      },
      () => worlds,
    )
    expect(faults[0]?.fault).toMatch(/^1 worlds are left after dispose/)
  })

  it('finds another process that comes to another result', async () => {
    const results = await checkEnv({
      make: (options) => makePointEnv('point', options),
      live: () => livePointEnvs,
      elsewhere: async () => ({ verdict: 'differs', step: 2, what: 'state', expected: 'a', found: 'b' }),
    })
    expect(results.filter(({ fault }) => fault !== undefined)).toEqual([
      {
        check: 'another process gives the same episode, bit for bit',
        fault: expect.stringMatching(
          /elsewhere the episode is not identical: .*"step":2.*likely cause: something that/,
        ),
      },
    ])
  })

  it('has a planted fault for every check', () => {
    const planted = Object.values(broken).map(([check]) => check)
    const elsewhere = [/a hundred resets/, /another process/]
    const unproven = envChecks.filter(({ name }) => ![...planted, ...elsewhere].some((check) => check.test(name)))
    expect(unproven.map(({ name }) => name)).toEqual([])
  })
})
