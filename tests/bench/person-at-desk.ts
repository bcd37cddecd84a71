// Evidence that a run learns from somebody at the page: answers over the real socket as the oracle would, at a steady rate.
//
//   rapref train quickstart teacher=person minutes=5 --runs /tmp/runs --name asked --port 8123
//   npx tsx tests/bench/person-at-desk.ts /tmp/runs/asked 8123 2

import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer } from '../../rewards/preference/preference.ts'
import { oracleAnswer, questionNamed } from '../support/oracle-at-desk.ts'
import { scriptedLabeller } from '../support/scripted-labeller.ts'

const [run = '', port = '', rate = '2'] = process.argv.slice(2)
const pause = 1000 / Number(rate)

let turn: Promise<unknown> = Promise.resolve()
const labeller = scriptedLabeller({
  annotator: 'Ada',
  choose({ id }) {
    const answer: Promise<Answer> = turn.then(async () => {
      await sleep(pause)
      return oracleAnswer(questionNamed(run, id), (episode) => `${run}/recordings/${episode}.rec`)
    })
    turn = answer
    return answer
  },
})
await labeller.connect(Number(port))
await labeller.finished
process.stdout.write(`${labeller.saved.size} answers, ${labeller.refusals.length} refused\n`)
process.exit(0)
