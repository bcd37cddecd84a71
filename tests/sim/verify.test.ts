import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Recording } from '../../sim/recording.ts'
import { type Replayable, verify } from '../../sim/verify.ts'

const STEPS = 12
const ENGINE = 'counter 1'

/** A world that adds up its actions; over after `STEPS`. */
function counter(): Replayable {
  let sum = 0
  let steps = 0
  return {
    engine: ENGINE,
    start(seed) {
      sum = seed
      steps = 0
    },
    step([entry]) {
      sum += entry!
      steps += 1
      return { reward: sum / 3, success: sum > 40, over: steps === STEPS }
    },
    hash: () => `state ${sum}`,
  }
}

function recordingOf({ seed = 5, every = 1 } = {}): Recording {
  const actions = Float32Array.from({ length: STEPS }, (_, step) => step)
  const world = counter()
  world.start(seed)
  const outcomes = [...actions].map((action) => ({ ...world.step(Float32Array.of(action)), hash: world.hash() }))
  return {
    task: 'counter',
    engine: ENGINE,
    seed,
    options: { horizon: STEPS, physics: 'accurate', actionRepeat: 1, robot: 'panda' },
    policy: 'test',
    actionSize: 1,
    actions,
    hashes: {
      every,
      values: outcomes.flatMap(({ hash }, at) => ((at + 1) % every === 0 || at === STEPS - 1 ? [hash] : [])),
    },
    terms: { names: [], values: new Float32Array(0) },
    rewards: Float32Array.from(outcomes, ({ reward }) => reward),
    success: Uint8Array.from(outcomes, ({ success }) => Number(success)),
    scene: { bodies: [], joints: [], markers: [] },
    poses: { interval: 1 / 80, values: new Float32Array(0) },
  }
}

describe('verify', () => {
  it.each([1, 5, 12, 100])('finds an untouched recording identical (a hash every %i steps)', (every) => {
    expect(verify(recordingOf({ every }), counter())).toEqual({ verdict: 'identical', steps: STEPS })
  })

  it('finds a changed action at its step', () => {
    fc.assert(
      fc.property(fc.nat(STEPS - 1), (step) => {
        const recording = recordingOf()
        recording.actions[step]! += 1
        expect(verify(recording, counter())).toMatchObject({ verdict: 'differs', step, what: 'state' })
      }),
    )
  })

  it('finds a changed action by its reward before the next hash', () => {
    const recording = recordingOf({ every: 100 })
    recording.actions[3]! += 1
    expect(verify(recording, counter())).toMatchObject({ verdict: 'differs', step: 3, what: 'reward' })
  })

  it('finds a changed hash and says what was expected and found', () => {
    const recording = recordingOf({ every: 5 })
    const values = recording.hashes.values.with(1, 'state 0')
    expect(verify({ ...recording, hashes: { every: 5, values } }, counter())).toEqual({
      verdict: 'differs',
      step: 9,
      what: 'state',
      expected: 'state 0',
      found: 'state 50',
    })
  })

  it('compares the last state even between two intervals', () => {
    const recording = recordingOf({ every: 5 })
    const values = recording.hashes.values.with(-1, 'state 0')
    const verdict = verify({ ...recording, hashes: { every: 5, values } }, counter())
    expect(verdict).toMatchObject({ verdict: 'differs', step: STEPS - 1, what: 'state' })
  })

  it('finds a changed seed, reward and success flag', () => {
    expect(verify({ ...recordingOf(), seed: 6 }, counter())).toMatchObject({ step: 0, what: 'state' })
    const paid = recordingOf()
    paid.rewards[4] = 99
    expect(verify(paid, counter())).toMatchObject({ step: 4, what: 'reward', expected: '99' })
    const lucky = recordingOf()
    lucky.success[2] = 1
    expect(verify(lucky, counter())).toMatchObject({ step: 2, what: 'success', expected: 'true', found: 'false' })
  })

  it('finds a recording that goes on after its episode is over', () => {
    const world = counter()
    const brief: Replayable = { ...world, step: (action) => ({ ...world.step(action), over: true }) }
    expect(verify(recordingOf(), brief)).toEqual({
      verdict: 'differs',
      step: 0,
      what: 'length',
      expected: '12',
      found: '1',
    })
  })

  it('simulates nothing with another engine and names both', () => {
    const other: Replayable = { ...counter(), engine: 'counter 2', start: () => expect.unreachable() }
    expect(verify(recordingOf(), other)).toEqual({ verdict: 'other-engine', expected: ENGINE, found: 'counter 2' })
  })

  it('finds a recording without steps identical', () => {
    const empty = { ...recordingOf(), rewards: new Float32Array(0), hashes: { every: 1, values: [] } }
    expect(verify(empty, counter())).toEqual({ verdict: 'identical', steps: 0 })
  })
})
