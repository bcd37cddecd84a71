import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { makeVectorEnv } from '../../../envs/vector.ts'
import { workerPort } from '../../../lab/workers/worker-port.ts'
import { liveWorkerThreads, startEnvWorker } from '../../../lab/workers/worker-thread.ts'

const run = promisify(execFile)

describe('startEnvWorker', () => {
  it('works under plain Node with tsx, from another folder, with the results of the test runner', async () => {
    const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
    const script = fileURLToPath(new URL('../../support/vector-script.ts', import.meta.url))
    const { stdout } = await run(process.execPath, ['--import', loader, script], { cwd: tmpdir() })

    const env = await makeVectorEnv('push', { count: 3, autoreset: 'disabled' })
    await env.reset([1, 2, 3])
    let step = await env.step(await env.expert())
    for (let index = 0; index < 20; index++) step = await env.step(await env.expert())
    expect(JSON.parse(stdout)).toEqual([...step.observations, ...step.rewards])
    await env.dispose()
  })

  it('is counted until it has ended', async () => {
    const thread = startEnvWorker()
    expect(liveWorkerThreads()).toBe(1)
    await thread.end()
    await thread.end()
    expect(liveWorkerThreads()).toBe(0)
  })
})

describe('workerPort', () => {
  it('says so when it is not called in a worker', () => {
    expect(() => workerPort()).toThrow('this file runs inside a worker thread; start it with startWorkerThread')
  })
})
