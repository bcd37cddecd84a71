import { describe, expect, test } from 'vitest'
import { TensorStoreError } from '../../../agents/tensor/errors.ts'
import { createStore } from '../../../agents/tensor/store.ts'

describe('a store', () => {
  const make = () => createStore({ a: { shape: [2, 2], values: Float32Array.of(1, 2, 3, 4) }, b: { shape: [] } })

  test('holds copies of what it was given, and zeros otherwise', () => {
    const values = Float32Array.of(1, 2)
    const store = createStore({ a: { shape: [2], values } })
    values.fill(9)
    expect(store.read('a')).toEqual(Float32Array.of(1, 2))
    expect(make().read('b')).toEqual(Float32Array.of(0))
    expect(make().shapes).toEqual({ a: [2, 2], b: [] })
  })

  test('is written in place', () => {
    const store = make()
    const present = store.read('a')
    store.write('a', Float32Array.of(5, 6, 7, 8))
    expect(present).toEqual(Float32Array.of(5, 6, 7, 8))
  })

  test('takes a buffer over and hands the former one back', () => {
    const store = make()
    const former = store.read('a')
    const next = Float32Array.of(5, 6, 7, 8)
    expect(store.replace('a', next)).toBe(former)
    expect(store.read('a')).toBe(next)
  })

  test('says what it holds when asked for something else', () => {
    for (const attempt of [
      () => make().read('c'),
      () => make().write('c', new Float32Array(1)),
      () => make().replace('c', new Float32Array(1)),
    ]) {
      expect(attempt).toThrow(TensorStoreError)
      expect(attempt).toThrow("no state 'c'; this store holds a, b")
    }
  })

  test('refuses numbers of another length', () => {
    const message = "state 'a' holds 4 numbers [2,2], not 3"
    expect(() => make().write('a', new Float32Array(3))).toThrow(message)
    expect(() => make().replace('a', new Float32Array(3))).toThrow(message)
    expect(() => createStore({ a: { shape: [2, 2], values: new Float32Array(3) } })).toThrow(message)
  })
})
