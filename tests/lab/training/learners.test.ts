import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { learners } from '../../../agents/learners.ts'
import { liveSessions } from '../../../agents/tensor/executors/live-sessions.ts'
import { InterruptedError } from '../../../lab/errors/interrupted-error.ts'
import type { ReportEvent } from '../../../lab/reporter/reporter.ts'
import { train } from '../../../lab/training/train.ts'
import { liveWorlds } from '../../../sim/world.ts'
import { quiet, reopen, smokeRun, temporaryFolder } from '../../support/smoke-run.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.clean())

const never = new AbortController().signal
const small: Readonly<Record<string, readonly string[]>> = {
  sac: [],
  td3: ['td3.width=16', 'td3.batch=16'],
  ppo: ['ppo.width=16', 'ppo.batch=20', 'ppo.epochs=2'],
}
const gathering = Object.values(learners).filter(({ kind }) => kind === 'off-policy' || kind === 'on-policy')

async function trained(name: string, overrides: readonly string[]) {
  const run = await smokeRun(folder.path, name, overrides)
  try {
    const summary = await train({ run, reporter: quiet, signal: never })
    return { summary, policy: readFileSync(run.file('policy.onnx')) }
  } finally {
    run.close()
  }
}

describe.each(gathering.map(({ id }) => id))('%s', (id) => {
  test.each(['true-reward', 'pebble'])(
    'runs by the method %s, learns something, and leaves nothing behind',
    async (method) => {
      const before = { sessions: liveSessions(), worlds: liveWorlds() }
      const settings = [`learner=${id}`, `method=${method}`, ...small[id]!]
      const short = await trained('short', [...settings, 'steps=1000'])
      const { summary, policy } = await trained('long', settings)
      expect(summary).toMatchObject({ method, labels: method === 'pebble' ? 8 : 0 })
      expect(summary.rewardSpearman === null).toBe(method === 'true-reward')
      expect(policy.equals(short.policy)).toBe(false)
      expect({ sessions: liveSessions(), worlds: liveWorlds() }).toEqual(before)
    },
  )

  test('stops when told and goes on to the same end bit for bit', async () => {
    const settings = [`learner=${id}`, ...small[id]!]
    const whole = await trained('whole', settings)
    const run = await smokeRun(folder.path, 'stopped', settings)
    const stop = new AbortController()
    const reporter = {
      report: (event: ReportEvent) => {
        if (event.kind === 'phase' && event.name === 'learning') stop.abort()
      },
    }
    await expect(train({ run, reporter, signal: stop.signal })).rejects.toThrow(InterruptedError)
    run.close()
    const again = reopen(folder.path, 'stopped')
    await train({ run: again, reporter: quiet, signal: never })
    again.close()
    expect(readFileSync(again.file('policy.onnx')).equals(whole.policy)).toBe(true)
  })
})

test('a learner that needs recordings says so where a method gathers its own', async () => {
  const before = liveWorlds()
  await expect(trained('offline', ['learner=iql'])).rejects.toThrow(
    'learner=iql learns from recordings and method=pebble gathers its own experience; type learner=sac, for example',
  )
  expect(liveWorlds()).toBe(before)
})
