import { expect, test } from 'vitest'
import { newestOnly } from '../../../viewer/server/newest-only.ts'

test('one piece at a time, and of what is wanted meanwhile the newest alone', async () => {
  const done: number[] = []
  let finish = () => {}
  const work = newestOnly<number>(async (wanted) => {
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    done.push(wanted)
  })
  for (const wanted of [1, 2, 3]) work.want(wanted)
  expect(done).toEqual([])
  finish()
  await new Promise((resolve) => setImmediate(resolve))
  finish()
  await new Promise((resolve) => setImmediate(resolve))
  work.want(4)
  finish()
  await new Promise((resolve) => setImmediate(resolve))
  expect(done).toEqual([1, 3, 4])
})
