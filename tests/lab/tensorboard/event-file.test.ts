import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openLineFile } from '../../../lab/files/line-file.ts'
import type { Metric } from '../../../lab/run/metrics.ts'
import { EVENT_FILE } from '../../../lab/tensorboard/event-file.ts'
import { mirrorToTensorBoard } from '../../../lab/tensorboard/mirror.ts'
import { recordEnds } from '../../../lab/tensorboard/record.ts'
import { eventClock, eventConfiguration, eventMetrics } from '../../support/event-run.ts'
import { temporaryFolder } from '../../support/smoke-run.ts'

const golden = readFileSync(new URL('../../golden/tensorboard.events', import.meta.url))
const folder = temporaryFolder()
afterAll(folder.clean)
let name = 0
beforeEach(() => {
  name++
})

const eventPath = () => join(folder.path, String(name), EVENT_FILE)
const metricsPath = () => join(folder.path, `${name}.jsonl`)
const written = () => readFileSync(eventPath())

function open(now = eventClock()) {
  return mirrorToTensorBoard(
    openLineFile<Metric>(metricsPath(), () => {}),
    {
      path: eventPath(),
      configuration: eventConfiguration,
      now,
    },
  )
}

/** Writes these metrics, then closes. */
function write(metrics: readonly Metric[]): void {
  const file = open()
  for (const metric of metrics) file.append(metric)
  file.close()
}

test('the same metrics at the same times are the same bytes, which the real TensorBoard reads', () => {
  write(eventMetrics)
  expect(written().equals(golden)).toBe(true)
})

describe('a run that goes on', () => {
  test('keeps what is there and goes on behind it', () => {
    write(eventMetrics.slice(0, 3))
    const before = written()
    write(eventMetrics.slice(3))
    expect(written().subarray(0, before.length).equals(before)).toBe(true)
    expect(written()).toHaveLength(golden.length)
  })

  test('forgets with the metrics what came after the checkpoint', () => {
    const file = open()
    for (const metric of eventMetrics.slice(0, 3)) file.append(metric)
    const [size, length] = [file.size, written().length]
    for (const metric of eventMetrics.slice(3)) file.append(metric)
    expect(written().length).toBeGreaterThan(length)
    file.truncate(size)
    expect(written()).toHaveLength(length)
    expect(recordEnds(written())).toHaveLength(3)
    file.truncate(0)
    expect(recordEnds(written())).toHaveLength(2)
    file.close()
  })

  test('cuts off a record that a crash has torn, and writes it again', () => {
    write(eventMetrics)
    truncateSync(eventPath(), golden.length - 5)
    write([])
    expect(written()).toHaveLength(golden.length)
    expect(recordEnds(written())).toEqual(recordEnds(golden))
  })

  test('cuts off what no line of the metrics tells', () => {
    write(eventMetrics)
    appendFileSync(eventPath(), golden.subarray(recordEnds(golden).at(-2)))
    write([])
    expect(written().equals(golden)).toBe(true)
  })

  test('without the file, or with another in its place, has it made from the metrics', () => {
    write(eventMetrics)
    writeFileSync(eventPath(), 'no events')
    write([])
    expect(written()).toHaveLength(golden.length)
  })
})
