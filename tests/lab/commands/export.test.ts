import { existsSync, readFileSync } from 'node:fs'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRunPolicy } from '../../../lab/training/run-policy.ts'
import { type } from '../../support/command-line.ts'
import { temporaryFolder } from '../../support/smoke-run.ts'

const folder = temporaryFolder()
const run = `${folder.path}/first`
beforeAll(async () => {
  const { code, stderr } = await type(`train smoke --name first --runs ${folder.path}`)
  expect(stderr).toBe('')
  expect(code).toBe(0)
})
afterAll(() => folder.clean())

test('a policy that left as ONNX acts on observations of the task as the run does', async () => {
  const out = `${folder.path}/mine.onnx`
  const { code, stdout } = await type(`export ${run} --to onnx --out ${out} --json`)
  expect(code).toBe(0)
  const bytes = readFileSync(out)
  expect(JSON.parse(stdout)).toEqual({ from: run, to: 'onnx', file: out, bytes: bytes.length })

  const observation = Float32Array.from({ length: 39 }, (_, i) => Math.sin(i) / 4)
  const session = await InferenceSession.create(bytes)
  const { action } = await session.run({ observation: new Tensor('float32', observation, [1, 39]) })
  await session.release()
  const policy = await openRunPolicy(run)
  const own = await policy.act(observation)
  await policy.dispose()
  own.forEach((value, i) => {
    expect(action!.data[i] as number).toBeCloseTo(value, 5)
  })
  // Its metadata says how it wants to be used.
  expect(bytes.includes('actionRepeat')).toBe(true)
})

test('the file in the run folder is the same', async () => {
  const out = `${folder.path}/again.onnx`
  await type(`export ${run} --to onnx --out ${out}`)
  expect(readFileSync(out).equals(readFileSync(`${run}/policy.onnx`))).toBe(true)
})

test('a format that is none, or is missing, is an error that lists those there are', async () => {
  const wrong = await type(`export ${run} --to onxn`)
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toContain('unknown format "onxn": did you mean "onnx"')
  const missing = await type(`export ${run}`)
  expect(missing.code).toBe(2)
  expect(missing.stderr).toContain('found no format, expected one; type --to onnx')
})

test('a run that is none is an error', async () => {
  const { code, stderr } = await type(`export ${folder.path}/nothing --to onnx`)
  expect(code).toBe(2)
  expect(stderr).toContain('nothing')
  expect(existsSync(`${folder.path}/nothing`)).toBe(false)
})
