import { expect, test } from 'vitest'
import { createBackstage } from '../../../../viewer/client/stage/backstage.ts'
import type { Cast } from '../../../../viewer/client/stage/cast.ts'
import { clipOf } from '../../../support/clip-frames.ts'

const [a, b] = [clipOf({ id: 'a' }), clipOf({ id: 'b' })]

function setUp() {
  const idle: (() => void)[] = []
  const gone: string[] = []
  const backstage = createBackstage({
    build: (clip) => ({ clip, figure: { dispose: () => gone.push(clip.clip.id) } }) as unknown as Cast,
    later: (then) => idle.push(then),
    onBuilt: () => {},
  })
  return { backstage, idle, gone, rest: () => idle.shift()?.() }
}

test('nothing is built before the browser is idle, and then one clip at a time', () => {
  const { backstage, rest } = setUp()
  backstage.want([a, b])
  expect(backstage.takeFresh()).toEqual([])
  rest()
  expect(backstage.takeFresh().map(({ clip }) => clip)).toEqual([a])
  expect([backstage.isReady(a), backstage.isReady(b)]).toEqual([true, false])
  rest()
  expect(backstage.isReady(b)).toBe(false)
  backstage.takeFresh()
  expect(backstage.isReady(b)).toBe(true)
})

test('what is taken belongs to whoever took it, and what is not wanted any more is disposed of', () => {
  const { backstage, rest, gone, idle } = setUp()
  backstage.want([a, b])
  rest()
  rest()
  expect(backstage.take(a)?.clip).toBe(a)
  expect(backstage.take(a)).toBeUndefined()
  backstage.want([])
  expect(gone).toEqual(['b'])
  expect(idle).toEqual([])
})
