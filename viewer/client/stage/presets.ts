// Where a camera can be put at once. The robot stands at the origin and works towards +y; z is up.

import type { Vec3 } from '../../../sim/scene.ts'

export type PresetId = 'front' | 'side' | 'top' | 'wrist'

export interface Preset {
  readonly id: PresetId
  readonly label: string
  /** Fixed in the room, or carried by the hand. */
  readonly on: 'room' | 'hand'
  readonly eye: Vec3
  readonly target: Vec3
}

export const presets: readonly Preset[] = [
  { id: 'front', label: 'Front', on: 'room', eye: [1.08, 0.03, 0.86], target: [0.01, 0.66, 0.08] },
  { id: 'side', label: 'Side', on: 'room', eye: [1.55, 0.62, 0.28], target: [0, 0.62, 0.13] },
  { id: 'top', label: 'Top', on: 'room', eye: [0, 0.6, 1.7], target: [0, 0.601, 0] },
  { id: 'wrist', label: 'Wrist', on: 'hand', eye: [0.06, -0.26, 0.16], target: [0, 0.03, -0.09] },
]

export function presetOf(id: PresetId): Preset {
  return presets.find((preset) => preset.id === id) ?? presets[0]!
}
