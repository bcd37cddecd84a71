import { expect, test } from 'vitest'
import { createLibrary } from '../../../../viewer/client/runs/library.ts'
import { clipOf } from '../../../support/clip-frames.ts'

function setUp(room?: number) {
  const requested: string[] = []
  const settled: string[] = []
  const library = createLibrary({
    request: (run, clip) => requested.push(`${run}/${clip}`),
    settled: (run, clip) => settled.push(`${run}/${clip}`),
    ...(room === undefined ? {} : { room }),
  })
  return { library, requested, settled }
}

test('a clip is asked for once and kept', async () => {
  const { library, requested, settled } = setUp()
  const both = [library.get('a', 'x'), library.get('a', 'x')]
  const frame = clipOf({ run: 'a', id: 'x' })
  library.arrived(frame)
  expect(await Promise.all(both)).toEqual([frame, frame])
  expect(await library.get('a', 'x')).toBe(frame)
  expect(requested).toEqual(['a/x'])
  expect(settled).toEqual(['a/x'])
})

test('a missing clip is an error now and may be asked for again', async () => {
  const { library, requested } = setUp()
  const wanted = library.get('a', 'x')
  library.missing('a', 'x', 'there is no clip "x"')
  await expect(wanted).rejects.toThrow('there is no clip "x"')
  void library.get('a', 'x')
  expect(requested).toEqual(['a/x', 'a/x'])
})

test('the longest unused make room, those on their way stay', async () => {
  const { library, requested } = setUp(2)
  const slow = library.get('a', 'slow')
  for (const id of ['1', '2', '3']) {
    const wanted = library.get('a', id)
    library.arrived(clipOf({ run: 'a', id }))
    await wanted
  }
  library.arrived(clipOf({ run: 'a', id: 'slow' }))
  await slow
  requested.length = 0
  void library.get('a', '3')
  void library.get('a', '1')
  expect(requested).toEqual(['a/1'])
})

test('a clip that nobody waits for is let go', () => {
  const { library, settled } = setUp()
  library.arrived(clipOf({ run: 'a', id: 'unasked' }))
  expect(settled).toEqual(['a/unasked'])
})
