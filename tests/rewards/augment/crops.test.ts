import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cropPlan, drawCrops, judgedPart, storedPart } from '../../../rewards/augment/crops.ts'
import { randomStream } from '../../../sim/random.ts'

const surf = { window: 0.1, shortest: 0.9, longest: 1.1, copies: 1 }
const qpa = { window: 0, shortest: 0.7, longest: 0.9, copies: 20 }

describe('cropPlan', () => {
  test("is SURF's and QPA's at the published length of 50", () => {
    expect(cropPlan(50, surf)).toEqual({ copies: 1, core: 50, margin: 5, stored: 60, shortest: 45, longest: 55 })
    expect(cropPlan(50, qpa)).toEqual({ copies: 20, core: 50, margin: 0, stored: 50, shortest: 35, longest: 45 })
  })

  test('refuses crops that do not fit, or whose shortest is the longest', () => {
    expect(() => cropPlan(50, { ...surf, longest: 1.3 })).toThrow(
      'crops of 45 to 65 steps were asked for where 60 are stored; expected the shortest first and none longer than that',
    )
    expect(() => cropPlan(50, { ...surf, shortest: 1, longest: 0.5 })).toThrow('crops of 50 to 25 steps')
  })

  test('the judged part lies in the middle of what is stored, and back', () => {
    const plan = cropPlan(50, surf)
    const stored = { episode: 'a', start: 7, length: 60 }
    expect(judgedPart(plan, stored)).toEqual({ episode: 'a', start: 12, length: 50 })
    expect(storedPart(plan, judgedPart(plan, stored))).toEqual(stored)
  })
})

describe('drawCrops', () => {
  /** Starts and lengths of the runs of signs of each pair. */
  function drawn(copies: number, pairs: number, settings: typeof surf, seed = 1) {
    const plan = cropPlan(10, settings)
    const signs = new Float32Array(copies * pairs * 2 * plan.stored).fill(9)
    drawCrops(signs, plan, randomStream(seed, 'crops'))
    const runs = Array.from({ length: copies * pairs * 2 }, (_, index) => {
      const own = [...signs.subarray(index * plan.stored, (index + 1) * plan.stored)]
      const start = own.findIndex((sign) => sign !== 0)
      return {
        start,
        length: own.filter((sign) => sign !== 0).length,
        signs: new Set(own.filter((sign) => sign !== 0)),
      }
    })
    return { plan, runs, signs }
  }

  test('marks one window of the first with 1 and one of the second with -1, of one length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
        const { plan, runs } = drawn(3, 2, { ...surf, window: 0.2, longest: 1.3 }, seed)
        runs.forEach(({ start, length, signs }, index) => {
          expect(signs).toEqual(new Set([index % 2 === 0 ? 1 : -1]))
          expect(length).toBe(runs[index - (index % 2)]!.length)
          expect(length).toBeGreaterThanOrEqual(plan.shortest)
          expect(length).toBeLessThanOrEqual(plan.longest)
          expect(start + length).toBeLessThanOrEqual(plan.stored)
        })
      }),
    )
  })

  test('reaches every length and every place, each segment by itself', () => {
    const { plan, runs } = drawn(1, 500, surf)
    expect(new Set(runs.map(({ length }) => length))).toEqual(new Set([9, 10, 11]))
    const shortest = runs.filter(({ length }) => length === 9)
    expect(new Set(shortest.map(({ start }) => start))).toEqual(new Set([0, 1, 2, 3]))
    expect(plan.stored).toBe(12)
    const together = runs.filter((run, index) => index % 2 === 0 && run.start === runs[index + 1]!.start)
    expect(together.length).toBeLessThan(250)
  })
})
