import { expect, test } from 'vitest'
import { createStopwatch } from '../../../../viewer/client/label/stopwatch.ts'

test('pauses do not count, and pausing or going on twice changes nothing', () => {
  let now = 100
  const stopwatch = createStopwatch(() => now)
  expect(stopwatch.read()).toBe(0)
  stopwatch.restart()
  now = 150
  stopwatch.pause()
  stopwatch.pause()
  now = 900
  expect(stopwatch.read()).toBe(50)
  stopwatch.resume()
  stopwatch.resume()
  now = 930
  expect(stopwatch.read()).toBe(80)
  stopwatch.restart()
  expect(stopwatch.read()).toBe(0)
})
