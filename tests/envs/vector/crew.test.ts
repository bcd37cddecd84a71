import { describe, expect, it } from 'vitest'
import { Crew } from '../../../envs/vector/crew.ts'
import type { WorkerReply, WorkerThread } from '../../../envs/vector/worker-protocol.ts'

type Listener = Parameters<WorkerThread['listen']>[0]

/** A thread that answers only when the test says so. */
class SilentThread implements WorkerThread {
  readonly posted: unknown[] = []
  ended = 0
  listener: Listener | undefined

  post(request: unknown): void {
    this.posted.push(request)
  }

  listen(listener: Listener): void {
    this.listener = listener
  }

  async end(): Promise<void> {
    this.ended += 1
    this.listener?.ended('it was stopped (exit code 1)')
  }

  reply(reply: WorkerReply): void {
    this.listener?.reply(reply)
  }
}

function twoThreads() {
  const threads = [new SilentThread(), new SilentThread()] as const
  return { threads, crew: new Crew(threads) }
}

const reset = () => ({ kind: 'run', command: 'reset' }) as const

describe('Crew', () => {
  it('waits for every worker and gives the replies in order', async () => {
    const { threads, crew } = twoThreads()
    const asked = crew.ask((index) => ({ kind: 'make', id: `task ${index}`, options: {}, count: 1 }))
    expect(threads.map(({ posted }) => posted)).toMatchObject([[{ id: 'task 0' }], [{ id: 'task 1' }]])
    threads[1].reply({ kind: 'done' })
    let settled = false
    void asked.then(() => {
      settled = true
    })
    await Promise.resolve()
    expect(settled).toBe(false)
    threads[0].reply({ kind: 'done' })
    expect(await asked).toEqual([{ kind: 'done' }, { kind: 'done' }])
  })

  it('fails as soon as one worker fails, and stays failed', async () => {
    const { threads, crew } = twoThreads()
    const asked = crew.ask(reset)
    threads[1].reply({ kind: 'failed', message: 'out of memory' })
    await expect(asked).rejects.toThrow('worker 2 of 2: out of memory')
    threads[0].reply({ kind: 'done' })
    await expect(crew.ask(reset)).rejects.toThrow('worker 2 of 2: out of memory')
    expect(threads[0].posted.length).toBe(1)
  })

  it('notices a worker that ends between two calls', async () => {
    const { threads, crew } = twoThreads()
    threads[0].listener?.ended('killed (exit code 137)')
    await expect(crew.ask(reset)).rejects.toThrow('worker 1 of 2: the thread ended: killed (exit code 137)')
  })

  it('ends every thread and refuses what comes after', async () => {
    const { threads, crew } = twoThreads()
    const pending = crew.ask(reset)
    const ending = crew.end()
    await expect(pending).rejects.toThrow('the workers were disposed of')
    await ending
    expect(threads.map(({ ended }) => ended)).toEqual([1, 1])
    await expect(crew.ask(reset)).rejects.toThrow('the workers were disposed of')
  })
})
