import { beforeAll, describe, expect, it } from 'vitest'
import { tasks } from '../../../envs/registry.ts'
import type { SimBenchRow } from '../../../lab/bench/sim/row.ts'
import { benchSim } from '../../../lab/bench/sim.ts'
import { liveWorkerThreads } from '../../../lab/workers/worker-thread.ts'
import { liveWorlds } from '../../../sim/world.ts'

describe('benchSim', () => {
  let rows: SimBenchRow[]
  const lines: string[] = []
  beforeAll(async () => {
    rows = await benchSim({ rounds: 1, seconds: 0.01, resets: 20, report: (line) => lines.push(line) })
  })

  it('measures every task in both modes, and the bare physics', () => {
    for (const name of [...tasks.map(({ id }) => id), 'physics-of-push']) {
      expect(rows.filter((row) => row.case === name).map(({ mode }) => mode)).toEqual(['accurate', 'fast'])
    }
    for (const { stepsPerSecond } of rows) expect(stepsPerSecond).toBeGreaterThan(0)
  })

  it('compares two workers with one', () => {
    const [one, two] = rows.filter((row) => row.case === 'push-vector')
    expect(one).toMatchObject({ workers: 1 })
    expect(two).toMatchObject({ workers: 2, ratio: expect.any(Number) })
  })

  it('tells the memory of 64 worlds and the growth over resets', () => {
    expect(rows.find((row) => row.case === 'memory-of-64-worlds')!.residentMegabytes).toBeGreaterThan(20)
    expect(rows.find((row) => row.case === '20-resets')).toMatchObject({ growthMegabytes: expect.any(Number) })
  })

  it('reports a line for every row', () => {
    expect(lines.length).toBe(rows.length)
    expect(lines).toContainEqual(expect.stringMatching(/^push \(accurate, 1 thread\), [\d,]+ control steps\/s$/))
  })

  it('leaves no world and no thread behind', () => {
    expect(liveWorlds()).toBe(0)
    expect(liveWorkerThreads()).toBe(0)
  })
})
