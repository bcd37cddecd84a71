import { cpSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { liveSessions } from '../../../agents/tensor/executors/live-sessions.ts'
import { InterruptedError } from '../../../lab/errors/interrupted-error.ts'
import { savedPredictor } from '../../../lab/labelling/saved-model.ts'
import { openShelf } from '../../../lab/labelling/shelf.ts'
import type { ReportEvent } from '../../../lab/reporter/reporter.ts'
import { train } from '../../../lab/training/train.ts'
import { liveWorlds } from '../../../sim/world.ts'
import { quiet, smokeRun, temporaryFolder } from '../../support/smoke-run.ts'

const folder = temporaryFolder()
const run = join(folder.path, 'trained')
const rewardFile = join('checkpoints', 'reward.safetensors')

beforeAll(async () => {
  const started = await smokeRun(folder.path, 'trained')
  await train({ run: started, reporter: quiet, signal: new AbortController().signal })
  started.close()
}, 120_000)
afterAll(() => folder.clean())

/** What the run's model thinks of the first decisions of one of its recordings. */
async function opinion(path: string) {
  const predictor = (await savedPredictor(path))!
  try {
    const shelf = openShelf(run)
    const { id } = shelf.episodes[0]!
    return await predictor.rewardOf({ episode: id, start: 0, length: 4 }, await shelf.load(id))
  } finally {
    await predictor.dispose()
  }
}

test('a run that has ended still says what it thinks of its recordings, and holds nothing afterwards', async () => {
  const { mean, deviation, returns } = await opinion(run)
  expect(mean).toHaveLength(4)
  expect(deviation.every((each) => each >= 0)).toBe(true)
  expect(new Set(mean).size).toBeGreaterThan(1)
  const sum = mean.reduce((total, each) => total + each, 0)
  expect(returns.reduce((total, each) => total + each, 0) / returns.length).toBeCloseTo(sum, 4)
  expect([liveSessions(), liveWorlds()]).toEqual([0, 0])
})

test('one that was stopped says what its checkpoint thinks', async () => {
  const stop = new AbortController()
  let sessions = 0
  const reporter = {
    report: (event: ReportEvent) => {
      if (event.kind === 'phase' && event.name === 'learning' && ++sessions === 2) stop.abort()
    },
  }
  const stopped = await smokeRun(folder.path, 'stopped')
  await expect(train({ run: stopped, reporter, signal: stop.signal })).rejects.toThrow(InterruptedError)
  stopped.close()
  const { mean } = await opinion(join(folder.path, 'stopped'))
  expect(mean).toHaveLength(4)
  expect(mean.every(Number.isFinite)).toBe(true)
  expect(new Set(mean).size).toBeGreaterThan(1)
})

test('a damaged model is named', async () => {
  const broken = join(folder.path, 'broken')
  cpSync(run, broken, { recursive: true })
  truncateSync(join(broken, rewardFile), 40)
  await expect(savedPredictor(broken)).rejects.toThrow(`the reward model ${join(broken, rewardFile)} is broken`)
})

test('a run that learns from the reward itself has no opinion to show', async () => {
  const started = await smokeRun(folder.path, 'true', ['method=true-reward'])
  started.close()
  expect(await savedPredictor(join(folder.path, 'true'))).toBeUndefined()
})
