import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { VectorStep } from '../../../envs/contract.ts'
import { readRun } from '../../../lab/run/read-run.ts'
import { diverged, SpoiltError } from '../../../lab/training/diverged.ts'
import { train } from '../../../lab/training/train.ts'
import { quiet, smokeRun, temporaryFolder } from '../../support/smoke-run.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.clean())

const never = new AbortController().signal

/** Observations that are all the same from a step of the run on. */
function spoilt({ from, value }: { from: number; value: number }): (given: VectorStep) => VectorStep {
  let seen = 0
  return (given) => (seen++ < from ? given : { ...given, observations: given.observations.map(() => value) })
}

async function failing(spoil: { from: number; value: number }, overrides: string[]) {
  const run = await smokeRun(folder.path, 'run', overrides)
  try {
    const failure = await train({ run, reporter: quiet, signal: never }, { handOver: spoilt(spoil) }).then(
      () => undefined,
      (error: Error) => error,
    )
    return { failure, run }
  } finally {
    run.close()
  }
}

describe('a loss that is no number', () => {
  test('stops the run, is named, and leaves the checkpoint of before', async () => {
    const { failure, run } = await failing({ from: 66, value: 1e30 }, [
      'method=true-reward',
      'steps=6000',
      'checkpoint.every=0.000001',
    ])
    expect(failure?.message).toMatch(
      /^sac: (critic|actor)\/loss is \w+ at update \d+; expected a finite number\..+checkpoints\/latest\.safetensors/,
    )
    expect(existsSync(run.file('checkpoints/latest.safetensors'))).toBe(true)
    expect(readFileSync(run.file('metrics.jsonl'), 'utf8')).toContain('"outcome":"failed"')
    expect(readRun(run.path).measured.final).toBeUndefined()
  })

  test('is noticed in what the policy does, too', async () => {
    const { failure } = await failing({ from: 30, value: Number.NaN }, ['method=true-reward'])
    expect(failure?.message).toContain('what sac does holds numbers that are not finite')
  })

  test('is said plainly where nothing was kept yet', async () => {
    const { failure } = await failing({ from: 0, value: 1e30 }, ['method=true-reward', 'checkpoint.every=1000000'])
    expect(failure?.message).toContain('nothing was good enough to keep yet')
  })
})

describe('diverged', () => {
  test('leaves other errors as they are', () => {
    const error = new TypeError('x')
    expect(diverged(error, { path: 'run', file: (name) => name })).toBe(error)
  })

  test('names the tensor that was not written', () => {
    const told = diverged(new SpoiltError('learner/parameters'), { path: 'run', file: () => '/nowhere' }) as Error
    expect(told.message).toContain('learner/parameters holds numbers that are not finite')
  })
})
