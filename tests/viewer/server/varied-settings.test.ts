import fc from 'fast-check'
import { expect, test } from 'vitest'
import { variedSettings } from '../../../viewer/server/varied-settings.ts'

const [oracle, noisy, wide, narrow] = [{ teacher: 'oracle' }, { teacher: 'noisy' }, { width: 64 }, { width: 32 }]

test('nothing varies in one run, and what varies in two is shown of both', () => {
  const varied = variedSettings()
  expect(varied.put('a', [oracle, wide])).toBe(false)
  expect(varied.of('a')).toEqual({})
  expect(varied.put('b', [noisy, wide])).toBe(true)
  expect([varied.of('a'), varied.of('b')]).toEqual([{ teacher: 'oracle' }, { teacher: 'noisy' }])
  expect(varied.put('c', [noisy, narrow])).toBe(true)
  expect(varied.of('a')).toEqual({ teacher: 'oracle', width: 64 })
})

test('task, method and seed have columns of their own', () => {
  const varied = variedSettings()
  varied.put('a', [{ task: 'x', seed: 1 }])
  expect(varied.put('b', [{ task: 'y', seed: 2 }])).toBe(false)
})

test('after any coming and going, what varies is what differs', () => {
  const blocks = [oracle, noisy, wide, narrow]
  const step = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(fc.subarray(blocks), { nil: undefined }))
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const varied = variedSettings()
      const model = new Map<string, Record<string, unknown>>()
      for (const [run, some] of steps) {
        if (some === undefined) {
          varied.remove(run)
          model.delete(run)
        } else {
          const last = [some.findLast((each) => 'teacher' in each), some.findLast((each) => 'width' in each)]
          const kept = last.filter((each) => each !== undefined)
          varied.put(run, kept)
          model.set(run, Object.assign({}, ...kept))
        }
      }
      for (const [run, settings] of model) {
        const differs = (name: string) =>
          new Set([...model.values()].map((each) => each[name]).filter((value) => value !== undefined)).size > 1
        const expected = Object.fromEntries(Object.entries(settings).filter(([name]) => differs(name)))
        expect(varied.of(run)).toEqual(expected)
      }
    }),
  )
})
