import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { liveSessions } from '../../../agents/tensor/executors/live-sessions.ts'
import type { VectorStep } from '../../../envs/contract.ts'
import { InterruptedError } from '../../../lab/errors/interrupted-error.ts'
import type { ReportEvent } from '../../../lab/reporter/reporter.ts'
import { readRun } from '../../../lab/run/read-run.ts'
import { train } from '../../../lab/training/train.ts'
import { decodeRecording } from '../../../sim/recording-codec.ts'
import { liveWorlds } from '../../../sim/world.ts'
import { quiet, reopen, smokeRun, temporaryFolder } from '../../support/smoke-run.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.clean())

const never = new AbortController().signal

async function trained(name: string, overrides: string[] = [], handOver?: (step: VectorStep) => VectorStep) {
  const run = await smokeRun(folder.path, name, overrides)
  try {
    const summary = await train({ run, reporter: quiet, signal: never }, handOver ? { handOver } : {})
    return { summary, policy: readFileSync(run.file('policy.onnx')), labels: answers(run.file('labels.jsonl')) }
  } finally {
    run.close()
  }
}

/** Which pairs were asked and what the answer was; not when. */
function answers(path: string): unknown[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ first, second, answer }) => ({ first, second, answer }))
}

/** The robots in the recordings of a run. */
function filmed(name: string): Set<string> {
  const recordings = join(folder.path, name, 'recordings')
  return new Set(
    readdirSync(recordings).map((file) => decodeRecording(readFileSync(join(recordings, file))).options.robot),
  )
}

/** Everything that an environment says about how well it goes, replaced. */
function spoil(step: VectorStep): VectorStep {
  return {
    ...step,
    rewards: step.rewards.map(() => Number.NaN),
    terms: step.terms.map(() => Number.NaN),
    success: step.success.map(() => 1),
  }
}

describe('train', () => {
  test('learns the same, bit for bit, when every reward that reaches the learner is not a number', async () => {
    const plain = await trained('plain')
    const spoilt = await trained('spoilt', [], spoil)
    expect(spoilt.policy.equals(plain.policy)).toBe(true)
    expect(spoilt.labels).toEqual(plain.labels)
    expect(spoilt.summary.success).toBe(plain.summary.success)
  })

  test('learns something else from another seed, so that equal policies mean something', async () => {
    const [first, second] = [await trained('first'), await trained('second', ['seed=2'])]
    expect(second.policy.equals(first.policy)).toBe(false)
    expect(second.labels).not.toEqual(first.labels)
  })

  test('learns the same in workers as in one thread, and films the robot that was chosen, which changes nothing', async () => {
    const [alone, helped] = [await trained('alone'), await trained('helped', ['workers=2', 'robot=sawyer'])]
    expect(helped.policy.equals(alone.policy)).toBe(true)
    expect([filmed('alone'), filmed('helped')]).toEqual([new Set(['panda']), new Set(['sawyer'])])
  })

  test('uses its labels and no more, and reports what programs read', async () => {
    const { summary, labels } = await trained('run')
    expect(labels).toHaveLength(8)
    expect(summary).toMatchObject({ task: 'drawer-open', method: 'pebble', seed: 1, labels: 8 })
    expect(summary.steps).toBeGreaterThanOrEqual(3000)
    expect(summary.successInterval[0]).toBeLessThanOrEqual(summary.success)
    expect(summary.successInterval[1]).toBeGreaterThanOrEqual(summary.success)
  })

  test('leaves evaluations, fits, correlations and clips in the run folder', async () => {
    await trained('run')
    const { measured } = readRun(`${folder.path}/run`)
    expect(measured.evaluations.length).toBeGreaterThan(0)
    expect(measured.rewards.length).toBe(2)
    expect(measured.correlations[0]!.learned.length).toBe(measured.correlations[0]!.true.length)
    expect(measured.final).toMatchObject({ kind: 'final', labels: 8 })
  })

  test('shows the expert to the teacher and never to the learner', async () => {
    const overrides = ['demonstration.rounds=1', 'session.expert=0.5']
    const { labels } = await trained('shown', overrides)
    const shown = (labels as { first: { episode: string } }[]).filter(({ first }) => /^expert-/.test(first.episode))
    expect(shown.length).toBeGreaterThan(0)
    expect((await trained('plain')).labels).not.toEqual(labels)
  })

  test('disposes of every session and world that it made', async () => {
    const before = { sessions: liveSessions(), worlds: liveWorlds() }
    await trained('run')
    expect({ sessions: liveSessions(), worlds: liveWorlds() }).toEqual(before)
  })

  test('keeps the number of sessions and worlds constant while it learns', async () => {
    const counts: string[] = []
    const reporter = {
      report: (event: ReportEvent) => {
        if (event.kind === 'phase' && event.name === 'learning') counts.push(`${liveSessions()} ${liveWorlds()}`)
      },
    }
    const run = await smokeRun(folder.path, 'run', ['steps=6000'])
    await train({ run, reporter, signal: never })
    run.close()
    // The first rounds compile what is needed; from then on nothing is added.
    expect(counts.length).toBeGreaterThan(4)
    expect(new Set(counts.slice(-3)).size).toBe(1)
  })

  test('stops when told, keeps a checkpoint, and goes on to the same end bit for bit', async () => {
    const whole = await trained('whole')
    const run = await smokeRun(folder.path, 'stopped')
    const stop = new AbortController()
    let learned = 0
    const reporter = {
      report: (event: ReportEvent) => {
        if (event.kind === 'phase' && event.name === 'learning' && ++learned === 2) stop.abort()
      },
    }
    const stopped = train({ run, reporter, signal: stop.signal }).finally(() => run.close())
    await expect(stopped).rejects.toThrow(InterruptedError)
    await expect(stopped).rejects.toThrow(/to go on, type: rapref train --resume .*stopped/)

    const again = reopen(folder.path, 'stopped')
    const summary = await train({ run: again, reporter: quiet, signal: never })
    again.close()
    expect(readFileSync(again.file('policy.onnx')).equals(whole.policy)).toBe(true)
    expect(answers(again.file('labels.jsonl'))).toEqual(whole.labels)
    expect(summary.success).toBe(whole.summary.success)
  })
})
