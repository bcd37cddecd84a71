// A person over the real socket, whose run is killed: no answer is lost, none is doubled, no pair is asked about twice.

import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseLog } from '../../../../rewards/preference/log-lines.ts'
import type { Answer } from '../../../../rewards/preference/preference.ts'
import { pairOf } from '../../../../rewards/quality/pair.ts'
import { type AskedRunProcess, startAskedRun } from '../../../support/asked-run-process.ts'
import { oracleAnswer, questionNamed } from '../../../support/oracle-at-desk.ts'
import { scriptedLabeller } from '../../../support/scripted-labeller.ts'
import { temporaryFolder } from '../../../support/smoke-run.ts'

let folder: ReturnType<typeof temporaryFolder>
let started: AskedRunProcess[]
beforeEach(() => {
  folder = temporaryFolder()
  started = []
})
afterEach(async () => {
  for (const each of started) await each.kill()
  folder.clean()
})

const run = () => `${folder.path}/asked`

function asked(change: { readonly port?: number; readonly settings?: readonly string[] }): AskedRunProcess {
  const begin = existsSync(run()) ? 'resume' : 'new'
  const child = startAskedRun({ folder: folder.path, name: 'asked', begin, ...change })
  started.push(child)
  return child
}

function logged() {
  const path = `${run()}/labels.jsonl`
  return [...parseLog(readFileSync(path), path).answers.values()]
}

/** The last that the run wrote down of its progress. */
function progress(): { readonly steps: number; readonly labels: number } {
  const path = `${run()}/metrics.jsonl`
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
  const events = lines.map((line) => JSON.parse(line))
  return events.findLast(({ kind }) => kind === 'progress') ?? { steps: 0, labels: 0 }
}

/** One question after the other, like the oracle but for every tenth answer, with a pause before each. */
function mind(pause: () => Promise<unknown>): (question: { id: string }) => Promise<Answer> {
  let turn: Promise<unknown> = Promise.resolve()
  let count = 0
  return ({ id }) => {
    const answer = turn.then(async () => {
      await pause()
      const right = oracleAnswer(questionNamed(run(), id), (episode) => `${run()}/recordings/${episode}.rec`)
      if (++count % 10 > 0) return right
      return right === 'first' ? 'second' : 'first'
    })
    turn = answer
    return answer
  }
}

test('a run killed while a person answers goes on with every answer, and does not wait for more', async () => {
  const labels = 24
  const settings = [`labels=${labels}`, 'steps=8000', 'checkpoint.every=1', 'person.repeats=0.2']
  let process = asked({ settings })
  const port = await process.port

  let stepsAtRest: number | undefined
  const restAfter = labels / 2
  let restart: Promise<unknown> = Promise.resolve()
  const labeller = scriptedLabeller({
    annotator: 'Ada',
    choose: mind(async () => {
      await sleep(10)
      if (labeller.saved.size < restAfter || stepsAtRest !== undefined) return
      // Ada looks out of the window until the run has gone on without her.
      stepsAtRest = progress().steps
      while (progress().steps < stepsAtRest + 1000) await sleep(50)
    }),
    onSaved: (count) => {
      if (count !== labels / 4) return
      labeller.disconnect()
      restart = killAndGoOn()
    },
  })

  async function killAndGoOn(): Promise<void> {
    await process.kill()
    process = asked({ port })
    await process.port
    await labeller.connect(port)
  }

  await labeller.connect(port)
  await labeller.finished
  await restart
  const summary = await process.summary

  const answers = logged()
  expect(labeller.refusals).toEqual([])
  expect(answers.map(({ id }) => id).sort()).toEqual([...labeller.saved].sort())
  expect(answers).toHaveLength(labels)
  expect(new Set(answers.map(({ by }) => by))).toEqual(new Set(['person:Ada']))
  const first = answers.filter(({ repeats }) => repeats === undefined)
  const pairs = new Set(first.map((answer) => pairOf(answer.first, answer.second)))
  expect(pairs.size).toBe(first.length)
  expect(stepsAtRest).toBeDefined()
  expect(summary).toMatchObject({ labels: pairs.size })
})
