// Exports a policy of every learner and lets Python's onnxruntime act with it: the same actions, or it fails.
//
//   node --import tsx tests/bench/peers/policies.ts --python <venv>/bin/python

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { learners } from '../../../agents/learners.ts'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { randomStream } from '../../../sim/random.ts'
import { Peer } from './peer.ts'

const sizes = { observation: 39, action: 4 }
const count = 64
const closeEnough = 1e-5

const { values: options } = parseArgs({ options: { python: { type: 'string', default: 'python3' } } })
const folder = mkdtempSync(join(tmpdir(), 'policies-'))
const python = new Peer(options.python, 'policy.py')
const { onnxruntime } = await python.read<{ onnxruntime: string }>()

interface Agreement {
  /** Largest difference of two actions. */
  readonly difference: number
  /** Largest action: what is 0 everywhere agrees with anything. */
  readonly largest: number
}

async function agreementOf(id: keyof typeof learners): Promise<Agreement> {
  const random = randomStream(0, id)
  const { settings, create } = learners[id]
  const learner = await create({ sizes, settings: settings.parse({}) as never, executor: cpuExecutor, random })
  const rows = Array.from({ length: count }, () =>
    Array.from({ length: sizes.observation }, () => random.uniform(-1, 1)),
  )
  const own = await learner.act(Float32Array.from(rows.flat()), count, 'exploit')
  const model = join(folder, `${id}.onnx`)
  writeFileSync(model, learner.exportPolicy())
  const { action } = await python.ask<{ action: number[][] }>({ model, observation: rows })
  const differences = action.flat().map((value, i) => Math.abs(value - own[i]!))
  await learner.dispose()
  return { difference: Math.max(...differences), largest: Math.max(...action.flat().map(Math.abs)) }
}

for (const id of Object.keys(learners) as (keyof typeof learners)[]) {
  const { difference, largest } = await agreementOf(id)
  const found = `actions up to ${largest.toPrecision(2)} differ by ${difference.toExponential(1)} at most`
  process.stdout.write(`${id}: ${found}, onnxruntime ${onnxruntime}\n`)
  if (!(difference <= closeEnough && largest > 0)) process.exitCode = 1
}
python.end()
rmSync(folder, { recursive: true })
