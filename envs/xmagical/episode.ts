// What a seed decides: layout, colours, shapes and forces, as far as the variant leaves them open. The same seed lays out the
// same episode for every embodiment.

import { randomStream } from '../../sim/random.ts'
import type { Body, Scene } from '../../sim/scene.ts'
import { arena, patchBody, strip } from './arena.ts'
import {
  BLOCK_COLOUR_NAMES,
  BLOCK_SHAPES,
  type BlockColour,
  type BlockPlace,
  blockBody,
  STRIP_COLOURS,
} from './blocks.ts'
import { type Dynamics, drawDynamics, USUAL_DYNAMICS } from './dynamics.ts'
import type { Embodiment } from './embodiments/embodiment.ts'
import type { Rectangle } from './situation.ts'
import type { ArenaTask } from './task.ts'
import { draws, type VariantName } from './variants.ts'

export interface Episode {
  readonly blocks: readonly BlockPlace[]
  readonly zone: Rectangle | undefined
  readonly goalColour: BlockColour
  readonly dynamics: Dynamics
}

const ZONE_COLOUR = '#f0a35e'

/** @throws RangeError on what is no seed */
export function episodeOf(task: ArenaTask, variant: VariantName, seed: number): Episode {
  const stream = (what: string) => randomStream(seed, `${task.name}/${what}`)
  const [layout, colours, shapes, dynamics] = ['layout', 'colour', 'shape', 'dynamics'].map(stream)
  const { blocks, zone } = draws(variant, 'layout') ? task.layout(layout!) : task.demo
  const colour = (): BlockColour =>
    draws(variant, 'colour') ? BLOCK_COLOUR_NAMES[colours!.integer(BLOCK_COLOUR_NAMES.length)]! : 'red'
  const shape = () => (draws(variant, 'shape') ? BLOCK_SHAPES[shapes!.integer(BLOCK_SHAPES.length)]! : 'square')
  return {
    goalColour: colour(),
    blocks: blocks.map(([x, y]) => ({ x, y, colour: colour(), shape: shape() })),
    zone,
    dynamics: draws(variant, 'dynamics') ? drawDynamics(dynamics!) : USUAL_DYNAMICS,
  }
}

export function blockName(index: number): string {
  return `block-${index + 1}`
}

export function episodeScene({ blocks, zone, goalColour }: Episode, embodiment: Embodiment): Scene {
  const patches: Body[] = [patchBody(strip(STRIP_COLOURS[goalColour]), 1)]
  if (zone) patches.push(patchBody(zonePatch(zone), 1))
  const pushed = blocks.map((place, index) => blockBody(blockName(index), place))
  return { bodies: [...arena(), ...patches, ...embodiment.bodies(), ...pushed], joints: [], markers: [] }
}

function zonePatch({ x, y, halfX, halfY }: Rectangle) {
  return { name: 'zone', middle: [x, y], half: [halfX, halfY], colour: ZONE_COLOUR } as const
}
