import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { metricsTail } from '../../../viewer/server/metrics-tail.ts'

let folder: string
let file: string
let lines: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapref-metrics-'))
  file = join(folder, 'metrics.jsonl')
  lines = []
})

afterEach(() => rm(folder, { recursive: true }))

const tail = () => metricsTail({ file, log: (line) => lines.push(line) })
const point = (steps: number) => ({ kind: 'point', curve: 'success', steps, value: 0.5 })
const line = (value: unknown) => `${JSON.stringify(value)}\n`

test('a file that is not there yet says nothing', async () => {
  expect(await tail().read()).toEqual({ events: [], restarted: false })
})

test('each call gives what was added since the last one', async () => {
  const metrics = tail()
  await writeFile(file, line(point(1)) + line(point(2)))
  expect((await metrics.read()).events).toEqual([point(1), point(2)])
  await appendFile(file, line(point(3)))
  expect((await metrics.read()).events).toEqual([point(3)])
  expect((await metrics.read()).events).toEqual([])
})

test('a line that is still being written waits until it is whole, even within a letter', async () => {
  const metrics = tail()
  const bytes = Buffer.from(line({ ...point(1), curve: 'süccess' }))
  const middle = bytes.indexOf(0xc3) + 1
  await writeFile(file, bytes.subarray(0, middle))
  expect((await metrics.read()).events).toEqual([])
  await appendFile(file, bytes.subarray(middle))
  expect((await metrics.read()).events).toEqual([{ ...point(1), curve: 'süccess' }])
})

test('lines for other readers are passed over in silence, damaged ones are said once', async () => {
  await writeFile(
    file,
    `${line({ kind: 'update', loss: 1 })}\n${line(point(1))}{"kind":\n${line({ kind: 'point' })}${line(point(2))}`,
  )
  expect((await tail().read()).events).toEqual([point(1), point(2)])
  expect(lines).toEqual([expect.stringContaining(`${file} line 4: not an event`)])
})

test('a file that was replaced is read from its start', async () => {
  const metrics = tail()
  await writeFile(file, line(point(1)) + line(point(2)))
  await metrics.read()
  await writeFile(file, line(point(9)))
  expect(await metrics.read()).toEqual({ events: [point(9)], restarted: true })
})
