// What the reward model reads of a decision: where it led to, and, where asked for, the action too.

import type { ReplayBuffer } from '../../agents/replay-buffer.ts'
import type { Config } from '../config/schema.ts'
import type { SeenEpisode } from './round.ts'

export interface RowSizes {
  readonly inputs: Config['reward']['inputs']
  /** Numbers in a view and in an action. */
  readonly view: number
  readonly action: number
}

export function rowSize({ inputs, view, action }: RowSizes): number {
  return inputs === 'next-state' ? view : view + action
}

/** @returns one row a decision, [steps, rowSize] */
export function episodeRows({ observations, actions }: SeenEpisode, sizes: RowSizes): Float32Array {
  const steps = actions.length / sizes.action
  const rows = new Float32Array(steps * rowSize(sizes))
  for (let step = 0; step < steps; step++) writeRow(rows, step, { observations, actions, at: step + 1, step }, sizes)
  return rows
}

/** Rows of the buffer's decisions `start` ... `start + count - 1`. */
export function bufferRows(buffer: ReplayBuffer, sizes: RowSizes) {
  const { episodeSteps } = buffer.shape
  return (rows: Float32Array, start: number, count: number): void => {
    for (let row = 0; row < count; row++) {
      const step = start + row
      // One more observation than decisions an episode.
      const at = step + Math.floor(step / episodeSteps) + 1
      writeRow(rows, row, { observations: buffer.observations, actions: buffer.actions, at, step }, sizes)
    }
  }
}

interface Decision {
  readonly observations: Float32Array
  readonly actions: Float32Array
  /** Index of the observation that the decision led to, and of the decision. */
  readonly at: number
  readonly step: number
}

function writeRow(rows: Float32Array, row: number, decision: Decision, sizes: RowSizes): void {
  const { observations, actions, at, step } = decision
  const { view, action, inputs } = sizes
  const offset = row * rowSize(sizes)
  rows.set(observations.subarray(at * view, (at + 1) * view), offset)
  if (inputs === 'next-state') return
  rows.set(actions.subarray(step * action, (step + 1) * action), offset + view)
}
