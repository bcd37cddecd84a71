// A small recording without physics: a table, and a palm that moves along x by one centimetre a step.

import type { Recording } from '../../sim/recording.ts'
import type { Scene } from '../../sim/scene.ts'

const scene: Scene = {
  bodies: [
    {
      name: 'table',
      kind: 'fixed',
      position: [0, 0.6, 0],
      geoms: [{ shape: { kind: 'box', half: [0.7, 0.4, 0.03] }, colour: '#c9a27a', touches: 'everything' }],
    },
    {
      name: 'palm',
      kind: 'dynamic',
      position: [0, 0.6, 0.2],
      geoms: [{ shape: { kind: 'sphere', radius: 0.03 }, colour: '#e8eaed', touches: 'hand' }],
    },
  ],
  joints: [],
  markers: [{ name: 'goal', position: [0.1, 0.7, 0.1], radius: 0.02, colour: '#2f9e63' }],
}

export interface MovingRecordingOptions {
  readonly steps?: number
  readonly seed?: number
  /** The step at which the task is solved; never by default. */
  readonly solvedAt?: number
  /** Seconds between pose frames. */
  readonly interval?: number
}

export function movingRecording(options: MovingRecordingOptions = {}): Recording {
  const { steps = 80, seed = 1, solvedAt = Number.POSITIVE_INFINITY, interval = 1 / 80 } = options
  const frames = Array.from({ length: steps + 1 }, (_, frame) => [
    [0, 0.6, 0, 0, 0, 0, 1],
    [frame / 100, 0.6, 0.2, 0, 0, 0, 1],
  ])
  return {
    task: 'reach',
    engine: 'none',
    seed,
    options: { horizon: steps, physics: 'accurate', actionRepeat: 1, robot: 'panda' },
    policy: 'expert',
    actionSize: 1,
    actions: new Float32Array(steps),
    hashes: { every: steps, values: ['none'] },
    terms: { names: [], values: new Float32Array(0) },
    rewards: new Float32Array(steps),
    success: Uint8Array.from({ length: steps }, (_, step) => Number(step >= solvedAt)),
    scene,
    poses: { interval, values: Float32Array.from(frames.flat(2)) },
  }
}
