import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../../support/smoke-run.ts'

const launcher = fileURLToPath(new URL('../../../bin/rapref', import.meta.url))

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.clean())

const settings = ['steps=5000', 'checkpoint.every=0.2']

function rapref(...words: string[]): ChildProcess {
  return spawn(process.execPath, [launcher, ...words, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] })
}

async function finished(child: ChildProcess): Promise<Record<string, unknown>> {
  let [out, complaints] = ['', '']
  child.stdout!.on('data', (text) => {
    out += text
  })
  child.stderr!.on('data', (text) => {
    complaints += text
  })
  const code = await new Promise((resolve) => child.on('exit', resolve))
  if (code !== 0) throw new Error(`exit code ${code}: ${complaints}`)
  return JSON.parse(out)
}

const until = async (happened: () => boolean) => {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 20))
}

test('a run that is killed goes on from its checkpoint to the same policy, bit for bit', async () => {
  const train = ['train', 'smoke', ...settings, '--runs', folder.path]
  const whole = await finished(rapref(...train, '--name', 'whole'))

  const killed = rapref(...train, '--name', 'killed')
  const gone = new Promise((resolve) => killed.on('exit', resolve))
  const at = (name: string) => `${folder.path}/killed/${name}`
  await until(() => existsSync(at('checkpoints/latest.safetensors')) && existsSync(at('labels.jsonl')))
  await until(() => readFileSync(at('labels.jsonl'), 'utf8').split('\n').length > 5)
  killed.kill('SIGKILL')
  await gone
  expect(existsSync(at('policy.onnx'))).toBe(false)

  const resumed = await finished(rapref('train', '--resume', `${folder.path}/killed`))
  const policy = (name: string) => readFileSync(`${folder.path}/${name}/policy.onnx`)
  expect(policy('killed').equals(policy('whole'))).toBe(true)
  expect(resumed).toMatchObject({ success: whole.success, steps: whole.steps, labels: whole.labels })
})
