import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Env } from '../../../../envs/contract.ts'
import { verifyRecording } from '../../../../envs/record.ts'
import { makeEnv } from '../../../../envs/registry.ts'
import type { RunFolder } from '../../../../lab/run/run-folder.ts'
import { Footage } from '../../../../lab/training/person/footage.ts'
import { simulateAgain } from '../../../../lab/training/person/simulate-again.ts'
import { randomStream } from '../../../../sim/random.ts'
import { encodeRecording } from '../../../../sim/recording-codec.ts'
import { liveWorlds } from '../../../../sim/world.ts'
import { smokeRun, temporaryFolder } from '../../../support/smoke-run.ts'

let folder: ReturnType<typeof temporaryFolder>
let run: RunFolder
let stage: Env
beforeEach(async () => {
  folder = temporaryFolder()
  run = await smokeRun(folder.path, 'run')
  stage = await makeEnv('drawer-open', { horizon: 48, physics: 'fast', actionRepeat: 4 })
})
afterEach(() => {
  stage.dispose()
  run.close()
  folder.clean()
})

/** What happened in an episode of random actions, as the worlds of a run would tell. */
function someShot(seed: number) {
  const random = randomStream(seed, 'some-shot')
  const actions = Float32Array.from({ length: 12 * 4 }, () => random.uniform(-1, 1))
  const { recording, observations } = simulateAgain(stage, { seed, actions }, 'random')
  const { names, values } = recording.terms
  const terms = names.map((name, column) => [name, values.filter((_, at) => at % names.length === column)] as const)
  const evidence = { rewards: recording.rewards, terms: Object.fromEntries(terms) }
  return { shot: { id: `random-${seed}`, seed, actions, evidence }, observations }
}

const footageOf = () => new Footage({ run, stage, capacity: 100 })

test('an episode is recorded from seed and actions as it happened, and proves itself', async () => {
  const footage = footageOf()
  const { shot, observations } = someShot(7)
  footage.keep(shot)
  await footage.film('random-7')
  const again = footageOf().again('random-7')
  expect(again.recording.rewards).toEqual(shot.evidence.rewards)
  expect(again.recording.poses.values.length).toBeGreaterThan(0)
  expect(again.observations).toEqual(observations)
  expect(await verifyRecording(again.recording)).toEqual({ verdict: 'identical', steps: 12 })
})

test('what did not happen again is shown to nobody', async () => {
  const footage = footageOf()
  const { shot } = someShot(7)
  const rewards = shot.evidence.rewards.map((reward, step) => (step === 5 ? reward + 1e-6 : reward))
  footage.keep({ ...shot, evidence: { ...shot.evidence, rewards } })
  await expect(footage.film('random-7')).rejects.toThrow(
    'episode random-7 did not happen again: its reward differs at decision 5',
  )
  expect(() => footage.again('random-7')).toThrow('there is no recording of episode random-7')
})

test('a recording that is not what its seed and actions come to teaches nothing', async () => {
  const { shot } = someShot(7)
  const { recording } = simulateAgain(stage, shot, 'random')
  const bent = { ...recording, actions: recording.actions.map((value, at) => (at === 20 ? -value : value)) }
  await run.write('recordings/random-7.rec', encodeRecording(bent))
  expect(() => footageOf().again('random-7')).toThrow('episode random-7 did not happen again: its state differs')
})

test('knows the seeds of training episodes that are recorded, and of no others', async () => {
  for (const id of ['policy-2000012', 'branching-2000013-b', 'expert-3000001', 'final', '12000']) {
    await run.write(`recordings/${id}.rec`, 'x')
  }
  expect(footageOf().recordedSeeds().sort()).toEqual([2000012, 2000013])
})

test('disposes of its stage', async () => {
  const before = liveWorlds()
  new Footage({ run, stage: await makeEnv('drawer-open'), capacity: 1 }).dispose()
  expect(liveWorlds()).toBe(before)
})
