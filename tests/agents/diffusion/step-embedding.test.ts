import { describe, expect, test } from 'vitest'
import { stepEmbeddings } from '../../../agents/diffusion/step-embedding.ts'

describe('step embeddings', () => {
  test('are sines and cosines of waves from fast to slow', () => {
    const row = stepEmbeddings(4, 4).subarray(3 * 4)
    const expected = [Math.sin(3), Math.sin(3e-4), Math.cos(3), Math.cos(3e-4)]
    expect([...row]).toEqual(expected.map((value) => expect.closeTo(value, 6)))
  })

  test('tell every step from every other', () => {
    const rows = stepEmbeddings(100, 8)
    const texts = Array.from({ length: 100 }, (_, step) => rows.subarray(step * 8, step * 8 + 8).join())
    expect(new Set(texts).size).toBe(100)
  })

  test('have an even number of entries', () => {
    expect(() => stepEmbeddings(4, 5)).toThrow(
      'a step is embedded in pairs of numbers, found 5; type diffusion.embedding=6',
    )
  })
})
