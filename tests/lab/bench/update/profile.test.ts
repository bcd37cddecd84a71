import { expect, it } from 'vitest'
import { costsOf, type ProfileEvent } from '../../../../lab/bench/update/profile.ts'

const run = (ts: number, dur: number): ProfileEvent => ({ name: 'model_run', ts, dur })
const node = (op: string, ts: number, dur: number): ProfileEvent => ({
  name: `some_${op}_kernel_time`,
  ts,
  dur,
  args: {
    op_name: op,
    input_type_shape: [{ float: [2, 3] }, { float: [3, 4] }],
    output_type_shape: [{ float: [2, 4] }],
  },
})

const events = [
  ...[run(0, 500), node('Gemm', 1, 400)],
  ...[run(1000, 100), node('Gemm', 1001, 30), node('Relu', 1040, 10), node('Gemm', 1060, 20)],
  { name: 'SequentialExecutor::Execute', ts: 1000, dur: 99 },
  ...[run(2000, 140), node('Gemm', 2001, 50), node('Relu', 2060, 30), node('Gemm', 2100, 20)],
]

it('adds up the nodes of a run by operator, without the runs that warm up', () => {
  const { runs, runMs, operators } = costsOf(events, 1)
  expect([runs, runMs]).toEqual([2, 0.12])
  const moved = 6 + 12 + 8
  expect(operators).toEqual([
    { op: 'Gemm', nodes: 2, moved: 2 * moved, ms: 0.06, share: 0.75 },
    { op: 'Relu', nodes: 1, moved, ms: 0.02, share: 0.25 },
  ])
})

it('counts nothing as moved by a reshape', () => {
  expect(costsOf([run(0, 10), node('Reshape', 1, 5)], 0).operators[0]).toMatchObject({ nodes: 1, moved: 0 })
})

it('has no runs where all of them were to warm up', () => {
  expect(costsOf(events, 3)).toMatchObject({ runs: 0, operators: [] })
})
