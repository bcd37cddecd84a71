import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyRecording } from '../../../envs/record.ts'
import { rollOut } from '../../../lab/dataset/roll-out.ts'
import { train } from '../../../lab/training/train.ts'
import { encodeRecording } from '../../../sim/recording-codec.ts'
import { quiet, smokeRun, temporaryFolder } from '../../support/smoke-run.ts'

const folder = temporaryFolder()
let path: string

beforeAll(async () => {
  const run = await smokeRun(folder.path, 'kept', ['steps=1600', 'evaluation.every=1600', 'exploration.steps=480'])
  await train({ run, reporter: quiet, signal: new AbortController().signal })
  run.close()
  path = run.path
})

afterAll(folder.clean)

test('a kept policy is rolled out from any start as it was trained, the same each time, and it can be simulated again', async () => {
  const recording = await rollOut(path, 500_003)
  expect(recording).toMatchObject({ task: 'drawer-open', seed: 500_003, policy: 'kept as it was kept' })
  expect(recording.options).toMatchObject({ horizon: 40, actionRepeat: 4, physics: 'fast' })
  expect(encodeRecording(await rollOut(path, 500_003))).toEqual(encodeRecording(recording))
  expect(await verifyRecording(recording)).toMatchObject({ verdict: 'identical' })
})

test('another start is another episode', async () => {
  const [one, other] = [await rollOut(path, 1), await rollOut(path, 2)]
  expect(one.poses.values).not.toEqual(other.poses.values)
})
