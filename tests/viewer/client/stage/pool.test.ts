import { expect, test } from 'vitest'
import { createPool } from '../../../../viewer/client/stage/pool.ts'

function setUp() {
  const disposed: string[] = []
  const made: string[] = []
  const pool = createPool<{ dispose(): void }>()
  const make = (key: string) => () => {
    made.push(key)
    return { dispose: () => disposed.push(key) }
  }
  return { pool, make, made, disposed }
}

test('what is alike is made once and shared', () => {
  const { pool, make, made } = setUp()
  const [one, two] = [pool.hold(), pool.hold()]
  expect(one.take('box', make('box'))).toBe(two.take('box', make('box')))
  one.take('ball', make('ball'))
  expect(made).toEqual(['box', 'ball'])
  expect(pool.size).toBe(2)
})

test('the last who lets go has it disposed of, once', () => {
  const { pool, make, disposed } = setUp()
  const [one, two] = [pool.hold(), pool.hold()]
  for (let i = 0; i < 3; i++) one.take('box', make('box'))
  two.take('box', make('box'))
  one.release()
  one.release()
  expect(disposed).toEqual([])
  two.release()
  expect(disposed).toEqual(['box'])
  expect(pool.size).toBe(0)
})
