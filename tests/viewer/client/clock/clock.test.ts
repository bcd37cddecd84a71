import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  advance,
  type ClockState,
  fit,
  pause,
  play,
  restingClock,
  seek,
  shiftSpeed,
  shownTime,
  stepFrames,
  toggle,
} from '../../../../viewer/client/clock/clock.ts'

const clock: ClockState = { ...restingClock, duration: 2, interval: 0.1 }
const playing: ClockState = { ...clock, playing: true }

test('time passes only while playing, at the chosen speed', () => {
  expect(advance(clock, 1).clock.time).toBe(0)
  expect(advance(playing, 0.5).clock.time).toBe(0.5)
  expect(advance({ ...playing, speed: 0.25 }, 0.4).clock.time).toBeCloseTo(0.1, 12)
  expect(advance({ ...playing, speed: 4 }, 0.25).clock.time).toBe(1)
})

test('a loop rests on the last frame for a moment and begins anew', () => {
  const atEnd = advance({ ...playing, time: 1.9 }, 0.3)
  expect(atEnd.restarted).toBe(false)
  expect(shownTime(atEnd.clock)).toBe(2)
  expect(advance(atEnd.clock, 0.5)).toEqual({ clock: { ...playing, time: 0 }, restarted: true })
})

test('without a loop the clock stops at the end, and play starts over', () => {
  const { clock: ended } = advance({ ...playing, loop: false, time: 1.9 }, 5)
  expect(ended).toMatchObject({ time: 2, playing: false })
  expect(play(ended)).toMatchObject({ time: 0, playing: true })
})

test('an empty stage has no time', () => {
  expect(advance({ ...restingClock, playing: true }, 1)).toEqual({
    clock: { ...restingClock, playing: true },
    restarted: false,
  })
})

test('pausing during the rest stays on the last frame', () => {
  expect(pause({ ...playing, time: 2.4 })).toMatchObject({ playing: false, time: 2 })
  expect(toggle(toggle(playing))).toEqual(playing)
})

test('a step goes to the next frame and stops there', () => {
  expect(stepFrames({ ...playing, time: 0.5 }, 1)).toMatchObject({ playing: false, time: expect.closeTo(0.6, 9) })
  expect(stepFrames({ ...clock, time: 0.55 }, 1).time).toBeCloseTo(0.6, 9)
  expect(stepFrames({ ...clock, time: 0.55 }, -1).time).toBeCloseTo(0.5, 9)
  expect(stepFrames(clock, -1).time).toBe(0)
})

test('steps forth and back lead to where they began', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 5 }), (frame, steps) => {
      let there = seek(clock, frame * clock.interval)
      for (let i = 0; i < steps; i++) there = stepFrames(there, 1)
      expect(there.time).toBeCloseTo(Math.min(20, frame + steps) * clock.interval, 9)
      for (let i = 0; i < steps; i++) there = stepFrames(there, -1)
      expect(there.time).toBeCloseTo(Math.min(frame, 20 - steps) * clock.interval, 9)
    }),
  )
})

test('the clock never leaves the clips, whatever happens', () => {
  const event = fc.oneof(
    fc.double({ min: 0, max: 3, noNaN: true }).map((elapsed) => (now: ClockState) => advance(now, elapsed).clock),
    fc.double({ min: -5, max: 5, noNaN: true }).map((time) => (now: ClockState) => seek(now, time)),
    fc.constantFrom(1, -1).map((by) => (now: ClockState) => stepFrames(now, by)),
    fc.constant(toggle),
    fc
      .double({ min: 0, max: 4, noNaN: true })
      .map((duration) => (now: ClockState) => fit(now, { duration, interval: 0.1 })),
    fc.constantFrom<1 | -1>(1, -1).map((by) => (now: ClockState) => shiftSpeed(now, by)),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let now: ClockState = playing
      for (const happen of events) {
        now = happen(now)
        expect(shownTime(now)).toBeGreaterThanOrEqual(0)
        expect(shownTime(now)).toBeLessThanOrEqual(now.duration)
      }
    }),
  )
})

test('speeds go from a quarter to four and no further', () => {
  const fastest = [1, 1, 1, 1].reduce((now) => shiftSpeed(now, 1), clock)
  expect(fastest.speed).toBe(4)
  const slowest = [1, 1, 1, 1, 1, 1].reduce((now) => shiftSpeed(now, -1), fastest)
  expect(slowest.speed).toBe(0.25)
})

test('new clips keep the moment as far as they reach', () => {
  expect(fit({ ...clock, time: 1.5 }, { duration: 3, interval: 0.05 })).toMatchObject({
    time: 1.5,
    duration: 3,
    interval: 0.05,
  })
  expect(fit({ ...clock, time: 1.5 }, { duration: 1, interval: 0.05 }).time).toBe(1)
})
