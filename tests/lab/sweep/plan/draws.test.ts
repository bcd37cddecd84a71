import { expect, test } from 'vitest'
import { drawSettings } from '../../../../lab/sweep/plan/draws.ts'

const range = { from: 0.001, to: 0.1, scale: 'log', whole: false } as const

test('draws stay in their range and are the same for the same seed', () => {
  const request = {
    count: 200,
    seed: 3,
    draw: { 'sac.learningRate': range, labels: { ...range, from: 1, to: 9, whole: true } },
  }
  const drawn = drawSettings(request)
  expect(drawn).toHaveLength(200)
  expect(drawn).toEqual(drawSettings(request))
  expect(drawn).not.toEqual(drawSettings({ ...request, seed: 4 }))
  for (const settings of drawn) {
    expect(settings.get('sac.learningRate')).toBeGreaterThanOrEqual(0.001)
    expect(settings.get('sac.learningRate')).toBeLessThanOrEqual(0.1)
    expect(Number.isInteger(settings.get('labels'))).toBe(true)
  }
})

test('on a log scale as many draws lie below the geometric mean as above it', () => {
  const drawn = drawSettings({ count: 1000, seed: 1, draw: { x: range } })
  const below = drawn.filter((settings) => (settings.get('x') as number) < 0.01).length
  expect(below).toBeGreaterThan(440)
  expect(below).toBeLessThan(560)
})

test('a further key leaves the draws of the others as they were', () => {
  const alone = drawSettings({ count: 5, seed: 1, draw: { a: ['x', 'y', 'z'] } })
  const together = drawSettings({ count: 5, seed: 1, draw: { b: range, a: ['x', 'y', 'z'] } })
  expect(together.map((settings) => settings.get('a'))).toEqual(alone.map((settings) => settings.get('a')))
})

test('an impossible range is refused', () => {
  const draw = (from: number, scale: 'linear' | 'log') => () =>
    drawSettings({ count: 1, seed: 1, draw: { x: { from, to: 0.1, scale, whole: false } } })
  expect(draw(1, 'linear')).toThrow('random.draw.x is from 1 to 0.1; expected from below to')
  expect(draw(0, 'log')).toThrow('random.draw.x is from 0 on a log scale; expected from above 0')
})
