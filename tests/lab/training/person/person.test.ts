import { readFileSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { liveSessions } from '../../../../agents/tensor/executors/live-sessions.ts'
import { InterruptedError } from '../../../../lab/errors/interrupted-error.ts'
import type { ReportEvent } from '../../../../lab/reporter/reporter.ts'
import { readRun } from '../../../../lab/run/read-run.ts'
import type { RunFolder } from '../../../../lab/run/run-folder.ts'
import type { Asked } from '../../../../lab/run/train-options.ts'
import { train } from '../../../../lab/training/train.ts'
import type { LoggedAnswer } from '../../../../rewards/preference/log-lines.ts'
import { pairOf } from '../../../../rewards/quality/pair.ts'
import { liveWorlds } from '../../../../sim/world.ts'
import { type OracleAtDesk, oracleAtDesk } from '../../../support/oracle-at-desk.ts'
import { reopen, smokeRun, temporaryFolder } from '../../../support/smoke-run.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.clean())

const never = new AbortController().signal

interface Present {
  readonly asked: Asked
  readonly ada: OracleAtDesk
  /** Progress, phases and notes so far. */
  readonly events: readonly ReportEvent[]
}

interface Sitting {
  /** Called whenever the run says something, one call at a time. */
  readonly whenTold?: (event: ReportEvent, present: Present) => Promise<unknown> | undefined
  readonly signal?: AbortSignal
  readonly name?: string
}

/** Trains to the end with Ada at the desk. */
async function withAda(run: RunFolder, { whenTold, signal = never, name = 'Ada' }: Sitting) {
  const events: ReportEvent[] = []
  let present: Present | undefined
  let turn: Promise<unknown> = Promise.resolve()
  const report = (event: ReportEvent) => {
    events.push(event)
    if (present) turn = turn.then(() => whenTold?.(event, present!))
  }
  const label = async (asked: Asked) => {
    present = { asked, events, ada: oracleAtDesk(asked.desk, name, (episode) => run.file(`recordings/${episode}.rec`)) }
    return async () => {}
  }
  try {
    const summary = await train({ run, reporter: { report }, signal, label })
    await turn
    return { summary, events }
  } finally {
    run.close()
  }
}

function logged(run: RunFolder): LoggedAnswer[] {
  const lines = readFileSync(run.file('labels.jsonl'), 'utf8').trim().split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line))
}

/** Labels of every fit of the reward model so far. */
const labelsFitted = (run: RunFolder) => readRun(run.path).measured.rewards.map(({ labels }) => labels)

const isPhase = (event: ReportEvent, name: string) => event.kind === 'phase' && event.name === name
const person = ['teacher=person', 'person.repeats=0']

describe('a run that asks a person', () => {
  test('gathers while nobody answers, then waits, says so, and learns from the answers that come', async () => {
    const run = await smokeRun(folder.path, 'run', person)
    let waitedAt = 0
    const { summary, events } = await withAda(run, {
      whenTold: async (event, { ada }) => {
        if (event.kind === 'progress' && event.phase === 'waiting for the first answer') waitedAt = event.steps
        if (waitedAt > 0) await ada.answer(100)
      },
    })
    // Half of the budget was gathered before the first answer, to the next whole round.
    expect(waitedAt).toBeGreaterThanOrEqual(run.config.steps / 2)
    expect(waitedAt).toBeLessThan(run.config.steps / 2 + run.config.worlds * run.config.horizon)
    expect(events.filter((event) => event.kind === 'phase').map(({ name }) => name)).toContain(
      'gathering, no answer yet',
    )
    expect(summary).toMatchObject({ labels: 8 })
    expect(summary.steps).toBeGreaterThanOrEqual(run.config.steps)
    const answers = logged(run)
    expect(answers.map(({ by }) => by)).toEqual(Array(8).fill('person:Ada'))
    expect(new Set(answers.map(({ first, second }) => pairOf(first, second))).size).toBe(8)
    expect(readRun(run.path).measured.rewards.at(-1)).toMatchObject({ labels: 8 })
  })

  test('uses up its steps with the few answers that it got', async () => {
    const run = await smokeRun(folder.path, 'run', person)
    const { summary } = await withAda(run, {
      whenTold: async (event, { ada }) => {
        if (isPhase(event, 'gathering, no answer yet')) await ada.answer(2)
      },
    })
    expect(summary).toMatchObject({ labels: 2 })
    expect(summary.steps).toBeGreaterThanOrEqual(run.config.steps)
  })

  test('lets go of an answer that is taken back', async () => {
    const run = await smokeRun(folder.path, 'run', [...person, 'steps=6000'])
    let undone = false
    const { summary, events } = await withAda(run, {
      whenTold: async (event, { ada }) => {
        if (isPhase(event, 'gathering, no answer yet')) await ada.answer(3)
        if (undone || labelsFitted(run).at(-1) !== 3) return
        undone = true
        await ada.undo()
      },
    })
    expect(summary.labels).toBe(2)
    expect(events).toContainEqual({
      kind: 'note',
      text: 'answers taken back, and learned from no more: 1',
    })
    expect(labelsFitted(run).slice(-2)).toEqual([3, 2])
  })

  test('lets a scripted helper answer its share, and keeps apart who said what', async () => {
    const run = await smokeRun(folder.path, 'run', [...person, 'person.helper=oracle', 'person.waiting=2'])
    const { summary } = await withAda(run, { whenTold: async (_, { ada }) => ada.answer(100) })
    expect(summary.labels).toBe(8)
    const by = logged(run).map((answer) => answer.by)
    expect([...new Set(by)].sort()).toEqual(['person:Ada', 'teacher:oracle'])
    expect(by.filter((each) => each === 'person:Ada')).toHaveLength(4)
  })

  test('goes on after a stop with every answer, also those that came after the checkpoint', async () => {
    const run = await smokeRun(folder.path, 'run', [...person, 'labels=6', 'steps=6000'])
    const stop = new AbortController()
    const stopped = withAda(run, {
      signal: stop.signal,
      whenTold: async (event, { ada }) => {
        if (isPhase(event, 'gathering, no answer yet')) await ada.answer(2)
        if (isPhase(event, 'learning')) stop.abort()
      },
    })
    await expect(stopped).rejects.toThrow(InterruptedError)
    const before = logged(run)
    expect(before).toHaveLength(2)

    const again = reopen(folder.path, 'run')
    const { summary } = await withAda(again, { name: 'Ben', whenTold: async (_, { ada }) => ada.answer(100) })
    expect(summary.labels).toBe(6)
    const answers = logged(again)
    expect(answers.slice(0, 2)).toEqual(before)
    expect(answers.slice(2).map(({ by }) => by)).toEqual(Array(4).fill('person:Ben'))
    expect(new Set(answers.map(({ first, second }) => pairOf(first, second))).size).toBe(6)
  })

  test('begins anew where no checkpoint was written, and still learns from what was answered', async () => {
    const run = await smokeRun(folder.path, 'run', person)
    await withAda(run, { whenTold: async (_, { ada }) => ada.answer(3) })
    // As after a kill before the first checkpoint and before the end: answers, questions and recordings are there.
    rmSync(run.file('metrics.jsonl'))
    const { summary } = await withAda(reopen(folder.path, 'run'), { name: 'Ben' })
    expect(summary.labels).toBe(logged(run).length)
  })

  test('disposes of every session and world that it made', async () => {
    const before = { sessions: liveSessions(), worlds: liveWorlds() }
    const run = await smokeRun(folder.path, 'run', person)
    await withAda(run, { whenTold: async (_, { ada }) => ada.answer(100) })
    expect({ sessions: liveSessions(), worlds: liveWorlds() }).toEqual(before)
  })
})
