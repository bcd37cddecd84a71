import { beforeEach, expect, test } from 'vitest'
import { createLoop } from '../../../../viewer/client/clock/loop.ts'

let frames: ((now: number) => void)[]

beforeEach(() => {
  frames = []
})

const loopOf = (draw: (elapsed: number) => boolean) => createLoop({ draw, requestFrame: (frame) => frames.push(frame) })

function runFrame(now: number): void {
  for (const frame of frames.splice(0)) frame(now)
}

test('nothing is drawn until something changes', () => {
  const drawn: number[] = []
  const loop = loopOf((elapsed) => drawn.push(elapsed) < 0)
  expect(frames).toHaveLength(0)
  loop.wake()
  loop.wake()
  runFrame(1000)
  expect(drawn).toEqual([0])
  expect(frames).toHaveLength(0)
})

test('a drawing that wants to go on gets frame after frame, with the time between them', () => {
  const drawn: number[] = []
  const loop = loopOf((elapsed) => drawn.push(elapsed) < 3)
  loop.wake()
  runFrame(1000)
  runFrame(1016)
  runFrame(1048)
  runFrame(2000)
  expect(drawn).toEqual([0, 0.016, 0.032])
})

test('a rest does not count as time', () => {
  const drawn: number[] = []
  const loop = loopOf((elapsed) => drawn.push(elapsed) === 1)
  loop.wake()
  runFrame(1000)
  runFrame(1016)
  loop.wake()
  runFrame(9000)
  expect(drawn).toEqual([0, 0.016, 0])
})

test('who waits for a drawing is told after it', async () => {
  let drawn = 0
  const loop = loopOf(() => {
    drawn++
    return false
  })
  const waited = loop.drawn().then(() => drawn)
  runFrame(1000)
  expect(await waited).toBe(1)
})
