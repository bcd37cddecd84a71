// The one clock that both clips follow. Pure: a state and what may happen to it. Times in seconds of the clips.

export interface ClockState {
  readonly time: number
  /** Length of the longer clip. */
  readonly duration: number
  /** Seconds between frames, the size of a step. */
  readonly interval: number
  readonly playing: boolean
  readonly speed: Speed
  readonly loop: boolean
}

export const speeds = [0.25, 0.5, 1, 2, 4] as const
export type Speed = (typeof speeds)[number]

export const restingClock: ClockState = { time: 0, duration: 0, interval: 1 / 30, playing: false, speed: 1, loop: true }

/** A moment of stillness at the end before the clips start over. */
const restAtEnd = 0.6

/** Lets `elapsed` seconds of the viewer's time pass. `restarted`: the loop began anew. */
export function advance(
  clock: ClockState,
  elapsed: number,
): { readonly clock: ClockState; readonly restarted: boolean } {
  if (!clock.playing || clock.duration === 0) return { clock, restarted: false }
  const time = clock.time + elapsed * clock.speed
  if (clock.loop && time >= clock.duration + restAtEnd * clock.speed)
    return { clock: { ...clock, time: 0 }, restarted: true }
  if (!clock.loop && time >= clock.duration) {
    return { clock: { ...clock, time: clock.duration, playing: false }, restarted: false }
  }
  return { clock: { ...clock, time }, restarted: false }
}

/** What is shown: the rest at the end shows the last frame. */
export function shownTime(clock: ClockState): number {
  return Math.min(clock.time, clock.duration)
}

export function play(clock: ClockState): ClockState {
  return { ...clock, playing: true, time: clock.time >= clock.duration ? 0 : clock.time }
}

export function pause(clock: ClockState): ClockState {
  return { ...clock, playing: false, time: shownTime(clock) }
}

export function toggle(clock: ClockState): ClockState {
  return clock.playing ? pause(clock) : play(clock)
}

export function seek(clock: ClockState, time: number): ClockState {
  return { ...clock, time: Math.min(clock.duration, Math.max(0, time)) }
}

/** Stops, and goes to the frame that lies `frames` after (before, where negative) the present one. */
export function stepFrames(clock: ClockState, frames: number): ClockState {
  const present = shownTime(clock) / clock.interval
  const from = frames > 0 ? Math.floor(present + 1e-6) : Math.ceil(present - 1e-6)
  return seek(pause(clock), (from + frames) * clock.interval)
}

/** The next faster (+1) or slower (-1) speed. */
export function shiftSpeed(clock: ClockState, by: 1 | -1): ClockState {
  const index = Math.min(speeds.length - 1, Math.max(0, speeds.indexOf(clock.speed) + by))
  return { ...clock, speed: speeds[index]! }
}

/** New clips: the clock keeps its place as far as they reach. */
export function fit(clock: ClockState, clips: { readonly duration: number; readonly interval: number }): ClockState {
  return seek({ ...clock, ...clips }, clock.time)
}
