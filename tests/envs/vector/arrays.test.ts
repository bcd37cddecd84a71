import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layVectorArrays, vectorBytes } from '../../../envs/vector/arrays.ts'

const sizes = fc.record({
  count: fc.integer({ min: 1, max: 9 }),
  observation: fc.integer({ min: 1, max: 40 }),
  action: fc.integer({ min: 1, max: 5 }),
  terms: fc.integer({ min: 0, max: 6 }),
})

it('lays arrays side by side that fill the buffer exactly, what the caller writes first', () => {
  fc.assert(
    fc.property(sizes, (given) => {
      const bytes = vectorBytes(given)
      const arrays = layVectorArrays(given, new ArrayBuffer(bytes.total))
      const spans = Object.values(arrays).sort((a, b) => a.byteOffset - b.byteOffset)
      let end = 0
      for (const array of spans.filter((each) => each.length > 0)) {
        expect(array.byteOffset).toBe(end)
        end += array.byteLength
      }
      expect(end).toBe(bytes.total)
      expect(arrays.actions.byteOffset + arrays.actions.byteLength).toBe(bytes.input)
    }),
  )
})
