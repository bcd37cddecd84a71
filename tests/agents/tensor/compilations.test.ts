import { expect, test } from 'vitest'
import { Compilations } from '../../../agents/tensor/compilations.ts'

function countingDisposable(disposed: string[], name: string) {
  return async () => ({
    name,
    dispose: async () => {
      disposed.push(name)
    },
  })
}

test('what was made for a key is handed out again', async () => {
  const known = new Compilations<number, Awaited<ReturnType<ReturnType<typeof countingDisposable>>>>()
  const first = await known.get(1, countingDisposable([], 'first'))
  expect(await known.get(1, countingDisposable([], 'never made'))).toBe(first)
  expect((await known.get(2, countingDisposable([], 'second'))).name).toBe('second')
})

test('all are disposed of, though one did not compile', async () => {
  const disposed: string[] = []
  const known = new Compilations<string, { dispose(): Promise<void> }>()
  await known.get('a', countingDisposable(disposed, 'a'))
  await expect(known.get('b', () => Promise.reject(new Error('no such operation')))).rejects.toThrow(
    'no such operation',
  )
  await known.get('c', countingDisposable(disposed, 'c'))
  await known.dispose()
  expect(disposed).toEqual(['a', 'c'])
})
