// Checks that an exported policy acts in Python as it does here: plays episodes of a run's task with the run's policy, and
// asks Python's onnxruntime what it would have done in each state.
//
//   node --import tsx tests/bench/peers/trained-policy.ts --python <venv>/bin/python --run runs/third [--episodes 5]

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeEnv } from '../../../envs/registry.ts'
import { exportOnnx } from '../../../lab/export/onnx.ts'
import { readRun } from '../../../lab/run/read-run.ts'
import { openRunPolicy } from '../../../lab/training/run-policy.ts'
import { heldOutSeeds } from '../../../lab/training/seeds.ts'
import { Peer } from './peer.ts'

/** Largest difference of an action that counts as the same. */
const SAME = 1e-5

const { values: options } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    run: { type: 'string', default: 'runs/third' },
    episodes: { type: 'string', default: '5' },
  },
})

interface Played {
  readonly observations: number[][]
  readonly actions: number[][]
}

async function play(run: string, episodes: number): Promise<Played> {
  const { task, horizon, physics, actionRepeat } = readRun(run).config
  const env = await makeEnv(task, { horizon, physics, actionRepeat })
  const policy = await openRunPolicy(run)
  const played: Played = { observations: [], actions: [] }
  for (const seed of heldOutSeeds(episodes)) {
    let { observation } = env.reset({ seed })
    for (let over = false; !over; ) {
      const action = await policy.act(observation)
      played.observations.push([...observation])
      played.actions.push([...action])
      const step = env.step(action)
      observation = step.observation
      over = step.truncated || step.terminated
    }
  }
  await policy.dispose()
  env.dispose()
  return played
}

const folder = mkdtempSync(join(tmpdir(), 'rapref-policy-'))
const python = new Peer(options.python, 'policy.py')
try {
  const { file } = await exportOnnx(options.run, join(folder, 'policy.onnx'))
  const { onnxruntime } = await python.read<{ onnxruntime: string }>()
  const { observations, actions } = await play(options.run, Number(options.episodes))
  const theirs = await python.ask<{ action: number[][] }>({ model: resolve(file), observation: observations })
  const furthest = Math.max(
    ...actions.flatMap((action, row) => action.map((value, i) => Math.abs(value - theirs.action[row]![i]!))),
  )
  const same = furthest <= SAME
  process.stdout.write(`${JSON.stringify({ onnxruntime, states: actions.length, furthest, same })}\n`)
  process.exitCode = same ? 0 : 1
} finally {
  python.end()
  rmSync(folder, { recursive: true, force: true })
}
