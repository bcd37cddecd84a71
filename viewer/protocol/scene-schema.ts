// The shape of a scene that arrives from elsewhere. The annotation below ties it to sim/scene.ts: a field that is
// added there and forgotten here does not compile.

import { z } from 'zod'
import type { Colour, Scene } from '../../sim/scene.ts'

const vec3 = z.tuple([z.number(), z.number(), z.number()])
const quat = z.tuple([z.number(), z.number(), z.number(), z.number()])
const colour = z.custom<Colour>((value) => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value), {
  error: 'expected a colour such as #a0b0c0',
})

const shape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('box'), half: vec3 }),
  z.object({ kind: z.literal('cylinder'), radius: z.number(), halfHeight: z.number() }),
  z.object({ kind: z.literal('sphere'), radius: z.number() }),
])

const geom = z.object({
  shape,
  position: vec3.optional(),
  rotation: quat.optional(),
  colour,
  mass: z.number().optional(),
  friction: z.number().optional(),
  touches: z.enum(['everything', 'mechanism', 'hand', 'nothing']),
  hidden: z.boolean().optional(),
})

const body = z.object({
  name: z.string(),
  kind: z.enum(['fixed', 'dynamic', 'kinematic']),
  position: vec3,
  rotation: quat.optional(),
  lockRotation: z.boolean().optional(),
  planar: z.object({ damping: z.number() }).optional(),
  sagittal: z.boolean().optional(),
  gravityScale: z.number().optional(),
  spinDamping: z.number().optional(),
  geoms: z.array(geom).max(256),
})

const drive = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('damping'), damping: z.number() }),
  z.object({ kind: z.literal('spring'), stiffness: z.number(), damping: z.number(), rest: z.number() }),
])

const joint = z.object({
  name: z.string(),
  kind: z.enum(['slide', 'hinge']),
  parent: z.string(),
  child: z.string(),
  anchor: z.object({ parent: vec3, child: vec3 }),
  axis: vec3,
  limits: z.tuple([z.number(), z.number()]).optional(),
  drive,
})

const marker = z.object({ name: z.string(), position: vec3, radius: z.number(), colour })

export const sceneSchema: z.ZodType<Scene> = z.object({
  bodies: z.array(body).max(256),
  joints: z.array(joint).max(256),
  markers: z.array(marker).max(64),
  substeps: z.object({ accurate: z.number(), fast: z.number() }).optional(),
  fastest: z.number().optional(),
  stage: z.object({ follow: z.string().optional(), centre: vec3, distance: z.number() }).optional(),
})
