// The random streams of a run by name: one consumer never shifts the numbers of another, and all are saved together.

import { type RandomState, type RandomStream, randomStream } from '../../sim/random.ts'

const names = [
  /** Initial networks and action noise of the learner. */
  'learner',
  /** Which transitions an update sees. */
  'replay',
  /** Held random actions, and when they take over. */
  'exploration',
  /** Which segments are put to the teacher. */
  'pairs',
  /** What a fallible teacher makes of them. */
  'teacher',
  /** Initial networks and minibatches of the reward model. */
  'reward',
  /** What goes wrong in the clips of the scripted expert. */
  'demonstrations',
  /** Among which remembered states neighbours are looked for. */
  'pretraining',
] as const

export type StreamName = (typeof names)[number]
export type Streams = Readonly<Record<StreamName, RandomStream>>
export type StreamStates = Readonly<Record<StreamName, RandomState>>

const each = <Value>(value: (name: StreamName) => Value) =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Record<StreamName, Value>

export const createStreams = (seed: number): Streams => each((name) => randomStream(seed, name))

export const streamStates = (streams: Streams): StreamStates => each((name) => streams[name].state())

export function restoreStreams(streams: Streams, states: StreamStates): void {
  for (const name of names) streams[name].restore(states[name])
}
