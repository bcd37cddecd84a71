import { beforeAll, describe, expect, it } from 'vitest'
import { liveSessions } from '../../../agents/tensor/executors/live-sessions.ts'
import { updateCases } from '../../../lab/bench/update/cases.ts'
import type { UpdateBenchRow } from '../../../lab/bench/update/row.ts'
import { benchUpdate } from '../../../lab/bench/update.ts'

describe('benchUpdate', () => {
  const small = updateCases.filter(({ name }) => ['sac-64', 'act-64'].includes(name))
  const before = liveSessions()
  let rows: UpdateBenchRow[]
  const lines: string[] = []
  beforeAll(async () => {
    rows = await benchUpdate({ repeats: 1, seconds: 0, cases: small, report: (line) => lines.push(line) })
  })

  it('has the cases that are promised', () => {
    const promised = ['sac-256', 'sac-128', 'sac-64', 'iql-256', 'ppo-64', 'reward-ensemble', 'encoder-84']
    expect(updateCases.map(({ name }) => name)).toEqual(expect.arrayContaining(promised))
  })

  it('times each case on each of its devices', () => {
    const expected = small.flatMap(({ name, devices }) => devices.map((device) => `${name} ${device}`))
    expect(rows.map((row) => `${row.case} ${row.device}`)).toEqual(expected)
    for (const { ms, repeats } of rows) {
      expect(ms).toBeGreaterThan(0)
      expect(repeats).toBe(1)
    }
  })

  it('says how many times faster than plain TensorFlow.js the compiled program is', () => {
    expect(lines).toHaveLength(small.length)
    for (const line of lines) expect(line).toMatch(/ms cpu, .* ms eager, [\d.]+ times as fast as eager$/)
  })

  it('times the devices that are asked for', async () => {
    const cases = updateCases.filter(({ name }) => name === 'act-64')
    const [row, ...others] = await benchUpdate({ repeats: 1, seconds: 0, cases, devices: ['eager'] })
    expect(row).toMatchObject({ case: 'act-64', device: 'eager' })
    expect(others).toEqual([])
  })

  it('leaves no session behind', () => {
    expect(liveSessions()).toBe(before)
  })
})
