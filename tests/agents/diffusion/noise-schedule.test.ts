import { describe, expect, test } from 'vitest'
import { cosineSchedule, samplingSteps } from '../../../agents/diffusion/noise-schedule.ts'

describe('the cosine schedule', () => {
  test('is the square of a cosine over its value at the start, up to the last step', () => {
    const kept = cosineSchedule(100)
    const f = (t: number) => Math.cos(((t / 100 + 0.008) / 1.008) * (Math.PI / 2)) ** 2
    for (const t of [0, 10, 50, 98]) expect(kept[t]).toBeCloseTo(f(t + 1) / f(0), 10)
  })

  test('falls at every step, from nearly all of the signal to nearly nothing', () => {
    const kept = cosineSchedule(50)
    for (let t = 1; t < 50; t++) expect(kept[t]!).toBeLessThan(kept[t - 1]!)
    expect(kept[0]).toBeGreaterThan(0.99)
    expect(kept[49]).toBeLessThan(1e-4)
    expect(kept[49]).toBeGreaterThan(0)
  })
})

describe('the steps of sampling', () => {
  test('lie at equal distances and end at the step of least noise', () => {
    expect(samplingSteps(100, 10)).toEqual([90, 80, 70, 60, 50, 40, 30, 20, 10, 0])
    expect(samplingSteps(5, 5)).toEqual([4, 3, 2, 1, 0])
    expect(samplingSteps(7, 1)).toEqual([0])
  })

  test('cannot be more than those of the noise', () => {
    expect(() => samplingSteps(5, 10)).toThrow(
      '10 steps from noise to action, but only 5 from action to noise; type diffusion.sampleSteps=5',
    )
  })
})
