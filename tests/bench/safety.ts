// Numeric safety of every task, at length: episodes in rough hands (tests/support/rough-handling.ts), worst of
// each. Ends with 1 where a number was lost, a body left the room or one was faster than 20 m/s.
//
//   node --import tsx tests/bench/safety.ts [--episodes 200] [--steps 500] [--task push] [--from 0] [--physics accurate]

import { parseArgs } from 'node:util'
import type { EnvOptions } from '../../envs/contract.ts'
import { makeEnv, tasks } from '../../envs/registry.ts'
import { handle, handlings } from '../support/rough-handling.ts'

const { values } = parseArgs({
  options: {
    episodes: { type: 'string', default: '200' },
    from: { type: 'string', default: '0' },
    steps: { type: 'string', default: '500' },
    physics: { type: 'string', default: 'accurate' },
    task: { type: 'string', multiple: true },
  },
})
const FASTEST = 20
const episodes = Number(values.episodes)
const from = Number(values.from)
const steps = Number(values.steps)
const wanted = tasks.filter(({ id }) => values.task === undefined || values.task.includes(id))

let unsafe = 0
for (const { id } of wanted) {
  const env = await makeEnv(id, { horizon: steps, physics: values.physics as EnvOptions['physics'] })
  const cells = Object.keys(handlings).map((handling) => {
    let [fastest, seed] = [0, from]
    let left = 0
    for (let episode = from; episode < from + episodes; episode++) {
      const handled = handle(env, handling, { seed: episode, steps })
      // Written so that NaN counts as fastest.
      if (!(handled.fastest <= fastest)) [fastest, seed] = [handled.fastest, episode]
      if (!handled.inside) left++
      if (!(handled.fastest < FASTEST) || !handled.inside) unsafe++
    }
    return `${handling} ${fastest.toFixed(1)} m/s (seed ${seed})${left > 0 ? `, ${left} left the room` : ''}`
  })
  env.dispose()
  process.stdout.write(`${id}: ${cells.join('; ')}\n`)
}
process.stdout.write(`${unsafe} unsafe of ${wanted.length * episodes * Object.keys(handlings).length} episodes\n`)
process.exitCode = unsafe > 0 ? 1 : 0
