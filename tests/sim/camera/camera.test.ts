import { describe, expect, it, test } from 'vitest'
import { Camera } from '../../../sim/camera/camera.ts'
import type { View } from '../../../sim/camera/views.ts'
import type { Body, Geom, Scene } from '../../../sim/scene.ts'
import { posesOf } from '../../support/scene-poses.ts'

/** From 1 m above the origin, +y up: at the height of the table's top 0.01 m is a pixel of a 100-pixel picture. */
const above: View = { eye: [0, 0, 1], target: [0, 0, 0], halfHeight: 0.5 }
const SIZE = 100
/** Comparing strings is quick, comparing arrays entry by entry is not. */
const text = ({ buffer }: Uint8Array | Uint16Array) => Buffer.from(buffer as ArrayBuffer).toString('latin1')
const blank = [255, 255, 255]

const box = (half: readonly [number, number, number], more: Partial<Geom> = {}): Geom => ({
  shape: { kind: 'box', half },
  colour: '#ff0000',
  touches: 'nothing',
  ...more,
})
const body = (name: string, more: Partial<Body> = {}): Body => ({
  name,
  kind: 'dynamic',
  position: [0, 0, 0],
  geoms: [box([0.1, 0.05, 0.02])],
  ...more,
})
const scene = (...bodies: Body[]): Scene => ({ bodies, joints: [], markers: [] })
const slab = body('slab', { kind: 'fixed', geoms: [box([2, 2, 0.01], { colour: '#808080', position: [0, 0, -0.01] })] })
const cameraOn = (of: Scene, more: object = {}) =>
  new Camera({ scene: of, view: above, width: SIZE, height: SIZE, background: '#ffffff', ...more })
const draw = (of: Scene, more: object = {}) => cameraOn(of, more).draw(posesOf(of)).rgb()
const pixel = (rgb: Uint8Array, x: number, y: number) => [...rgb.slice(3 * (y * SIZE + x), 3 * (y * SIZE + x) + 3)]
/** Columns and rows from the first to the last pixel that is not blank. */
function bounds(rgb: Uint8Array) {
  const drawn = Array.from({ length: SIZE * SIZE }, (_, at) => at).filter((at) =>
    rgb.slice(3 * at, 3 * at + 3).some((v) => v !== 255),
  )
  const columns = drawn.map((at) => at % SIZE)
  const rows = drawn.map((at) => Math.floor(at / SIZE))
  return {
    columns: [Math.min(...columns), Math.max(...columns)],
    rows: [Math.min(...rows), Math.max(...rows)],
    count: drawn.length,
  }
}

describe('colours', () => {
  it('put a box in a known place on known pixels', () => {
    // A thin one whose top lies at z = 0: 20 x 10 pixels, 10 to the right of and 20 above the middle.
    const rgb = draw(scene(body('box', { position: [0.1, 0.2, -0.0005], geoms: [box([0.1, 0.05, 0.0005])] })))
    expect(bounds(rgb)).toEqual({ columns: [50, 69], rows: [25, 34], count: 200 })
  })

  it('light a level surface by the ambient and the slanted light', () => {
    const [red, green, blue] = pixel(draw(scene(body('box'))), 50, 50)
    // sRGB of 0.42 + 0.62 x 0.831 = 0.935.
    expect(red).toBeGreaterThan(246)
    expect(red).toBeLessThan(250)
    expect([green, blue]).toEqual([0, 0])
  })

  it('show what is nearer, whatever the order of the bodies', () => {
    const near = body('near', { position: [0, 0, 0.3], geoms: [box([0.02, 0.02, 0.02], { colour: '#0000ff' })] })
    const far = body('far')
    for (const bodies of [
      [near, far],
      [far, near],
    ]) {
      expect(pixel(draw(scene(...bodies)), 50, 50)[2]).toBeGreaterThan(240)
    }
  })

  it.each([
    ['cylinder', { kind: 'cylinder', radius: 0.1, halfHeight: 0.02 }],
    ['sphere', { kind: 'sphere', radius: 0.1 }],
  ] as const)('draw a %s as a disc around its middle', (_, shape) => {
    const round = body('round', { position: [0, 0, -0.02], geoms: [box([0, 0, 0], { shape })] })
    const { columns, rows, count } = bounds(draw(scene(round)))
    expect(columns[0]! + columns[1]!).toBe(SIZE - 1)
    expect(rows[0]! + rows[1]!).toBe(SIZE - 1)
    // pi 10^2 pixels, within a few per cent: a prism of 16 sides, or a ball somewhat farther away.
    expect(count).toBeGreaterThan(290)
    expect(count).toBeLessThan(330)
  })

  it('leave out what is hidden, what lies behind the camera and what lies beside the picture', () => {
    const hidden = body('hidden', { geoms: [box([0.1, 0.1, 0.1], { hidden: true })] })
    const behind = body('behind', { position: [0, 0, 2] })
    const beside = body('beside', { position: [3, 0, 0] })
    expect(draw(scene(hidden, behind, beside)).every((value) => value === 255)).toBe(true)
  })

  it('cut what reaches through the camera', () => {
    const rgb = draw(scene(body('pillar', { position: [0.3, 0, 1], geoms: [box([0.1, 0.1, 1])] })))
    expect(pixel(rgb, 75, 50)).not.toEqual(blank)
    expect(pixel(rgb, 30, 50)).toEqual(blank)
  })
})

describe('shadows', () => {
  const hovering = body('box', { position: [0, 0, 0.1], geoms: [box([0.05, 0.05, 0.01])] })
  // Away from the lamp: 0.1 m up moves the shadow by 0.041 to -x and 0.053 to +y.
  const shadowed = [40, 40] as const

  it('darken the table beside a thing that stands above it', () => {
    const lit = pixel(draw(scene(slab, hovering), { shadows: 'none' }), ...shadowed)
    const dark = pixel(draw(scene(slab, hovering)), ...shadowed)
    expect(dark[0]! / lit[0]!).toBeGreaterThan(0.7)
    expect(dark[0]! / lit[0]!).toBeLessThan(0.85)
  })

  it('do not add up where two fall on the same place', () => {
    const twice = { ...hovering, name: 'twice' }
    expect(pixel(draw(scene(slab, hovering, twice)), ...shadowed)).toEqual(
      pixel(draw(scene(slab, hovering)), ...shadowed),
    )
    const fixed = { ...twice, kind: 'fixed' as const }
    expect(pixel(draw(scene(slab, hovering, fixed)), ...shadowed)).toEqual(
      pixel(draw(scene(slab, hovering)), ...shadowed),
    )
  })

  it('fall nowhere else: not on things, not beyond the table, not from what lies in it', () => {
    const sunk = body('sunk', { position: [0, 0, -0.5] })
    for (const of of [scene(hovering), scene(slab, sunk)])
      expect(text(draw(of))).toBe(text(draw(of, { shadows: 'none' })))
  })

  it.each([
    ['cylinder', { kind: 'cylinder', radius: 0.05, halfHeight: 0.01 }],
    ['sphere', { kind: 'sphere', radius: 0.05 }],
  ] as const)('of a %s are about as large as it is', (_, shape) => {
    const round = { ...hovering, position: [0, 0, 0.3] as const, geoms: [box([0, 0, 0], { shape })] }
    const [lit, dark] = [draw(scene(slab, round), { shadows: 'none' }), draw(scene(slab, round))]
    const changed = dark.filter((value, at) => value !== lit[at]).length / 3
    expect(changed).toBeGreaterThan(60)
    expect(changed).toBeLessThan(130)
  })
})

describe('goals', () => {
  const goal = { name: 'goal', position: [0, 0, 0.2], radius: 0.05, colour: '#00ff00' } as const

  it('shine through what is behind them and have no depth', () => {
    const camera = cameraOn(scene(slab)).draw(posesOf(scene(slab)), [goal])
    const [red, green] = pixel(camera.rgb(), 50, 50)
    expect(green).toBeGreaterThan(200)
    expect(red).toBeLessThan(60)
    expect(camera.depth()[50 * SIZE + 50]).toBeCloseTo(1, 5)
  })

  it('are hidden by what is nearer', () => {
    const lid = scene(body('lid', { position: [0, 0, 0.5], geoms: [box([0.4, 0.4, 0.01])] }))
    const camera = cameraOn(lid)
    const without = text(camera.draw(posesOf(lid)).rgb())
    expect(text(camera.draw(posesOf(lid), [goal]).rgb())).toBe(without)
  })
})

test('depth is the distance along the optical axis, the same all over a level plane', () => {
  const depth = cameraOn(scene(slab))
    .draw(posesOf(scene(slab)))
    .depth()
  expect(Math.min(...depth)).toBeCloseTo(1, 5)
  expect(Math.max(...depth)).toBeCloseTo(1, 5)
  const empty = scene(body('behind', { position: [0, 0, 2] }))
  const nothing = cameraOn(empty).draw(posesOf(empty)).depth()
  expect(nothing.every((value) => value === Number.POSITIVE_INFINITY)).toBe(true)
})

test('depth of a slanted plane is exact at every pixel', () => {
  // Turned by the angle whose tangent is 3/4 about x: z = 0.75 y.
  const slanted = scene(
    body('ramp', { rotation: [1 / Math.sqrt(10), 0, 0, 3 / Math.sqrt(10)], geoms: [box([9, 9, 0])] }),
  )
  const depth = cameraOn(slanted).draw(posesOf(slanted)).depth()
  for (const row of [10, 50, 90]) {
    const slope = (49.5 - row) / 100
    // 1 - z = depth and y = slope depth.
    expect(depth[row * SIZE + 30]).toBeCloseTo(1 / (1 + 0.75 * slope), 4)
  }
})

describe('segmentation', () => {
  const still = { ...slab, geoms: [...slab.geoms] }
  const of = scene(still, body('first', { position: [-0.2, 0, 0] }), body('second', { position: [0.2, 0, 0] }))

  it('numbers bodies from 1 in the order of the scene, and shows no shadows', () => {
    const numbers = cameraOn(of).segmentation(posesOf(of))
    expect([numbers[50 * SIZE + 30], numbers[50 * SIZE + 70], numbers[5 * SIZE + 5]]).toEqual([2, 3, 1])
    expect([...new Set(numbers)].sort()).toEqual([1, 2, 3])
  })

  it('is 0 where nothing is', () => {
    const alone = scene(body('alone'))
    expect(cameraOn(alone).segmentation(posesOf(alone))[0]).toBe(0)
  })

  it('covers the pixels that colours cover', () => {
    const alone = scene(body('alone', { rotation: [0.2, 0.4, 0.4, 0.8] }))
    const numbers = cameraOn(alone).segmentation(posesOf(alone))
    expect(numbers.filter((number) => number === 1).length).toBe(bounds(draw(alone)).count)
  })
})

describe('a camera that is used again', () => {
  const of = scene(slab, body('box'))
  const elsewhere = scene({ ...slab, position: [1.9, 0, 0] }, body('box', { position: [0.2, 0.1, 0.1] }))

  it('draws the same bytes as a new one', () => {
    const camera = cameraOn(of)
    camera.draw(posesOf(elsewhere))
    expect(text(camera.draw(posesOf(of)).rgb())).toBe(text(draw(of)))
    expect(text(camera.segmentation(posesOf(of)))).toBe(text(cameraOn(of).segmentation(posesOf(of))))
  })

  it('sees that what stood still was moved', () => {
    const camera = cameraOn(of).draw(posesOf(of))
    expect(text(camera.draw(posesOf(elsewhere)).rgb())).toBe(text(draw(elsewhere)))
  })

  it('writes into the arrays that it is given', () => {
    const [rgb, depth, numbers] = [
      new Uint8Array(3 * SIZE ** 2),
      new Float32Array(SIZE ** 2),
      new Uint16Array(SIZE ** 2),
    ]
    const camera = cameraOn(of).draw(posesOf(of))
    expect(camera.rgb(rgb)).toBe(rgb)
    expect(camera.depth(depth)).toBe(depth)
    expect(camera.segmentation(posesOf(of), numbers)).toBe(numbers)
  })

  it('takes no more memory for buffers', () => {
    const camera = cameraOn(of)
    const rgb = new Uint8Array(3 * SIZE ** 2)
    const poses = posesOf(of)
    const numbers = new Uint16Array(SIZE ** 2)
    camera.draw(poses).segmentation(poses, numbers)
    const before = process.memoryUsage().arrayBuffers
    for (let i = 0; i < 200; i++) {
      camera.draw(poses).rgb(rgb)
      camera.segmentation(poses, numbers)
    }
    // One buffer of the picture has 40 kB.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40_000)
  })
})

describe('views', () => {
  it('on the palm move with it', () => {
    const view: View = { ...above, on: 'palm' }
    const at = (x: number) => {
      const of = scene(body('palm', { position: [x, 0, 0] }))
      return cameraOn(of, { view }).draw(posesOf(of)).rgb()
    }
    expect(bounds(at(0)).count).toBeGreaterThan(100)
    expect(text(at(0.5))).toBe(text(at(0)))
  })

  it('on the palm need one', () => {
    expect(() => cameraOn(scene(slab), { view: 'wrist' })).toThrow(
      'the view rides on the body "palm", which this scene does not have',
    )
  })
})

test.each([[0], [1.5], [5000], [Number.NaN]])('a picture %s pixels wide is refused', (width) => {
  expect(() => cameraOn(scene(slab), { width })).toThrow(
    `a picture of ${width} x 100 pixels: expected whole numbers from 1 to 4096`,
  )
})

test('poses of another scene are refused', () => {
  expect(() => cameraOn(scene(slab)).draw(new Float32Array(14))).toThrow(
    'found 14 numbers of poses, expected 7: 7 for each body of the scene',
  )
})
