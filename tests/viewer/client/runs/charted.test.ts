import { expect, test } from 'vitest'
import { createCharted } from '../../../../viewer/client/runs/charted.ts'

function setUp() {
  const asked: unknown[] = []
  const charted = createCharted({ onRequest: (curve, runs) => asked.push([curve, ...runs]), later: (then) => then() })
  const tell = (run: string, curve = 'success') => charted.hear({ type: 'series', run, curve, points: [[1, 0.5]] })
  return { charted, asked, tell, known: () => [...charted.now.now.points.keys()] }
}

test('the points of the runs that were asked for are kept, others are passed over', () => {
  const { charted, tell, known } = setUp()
  charted.request('success', ['a', 'b'])
  tell('a')
  tell('c')
  tell('b', 'labels')
  expect(known()).toEqual(['a'])
})

test('the same is not asked for twice, and nothing is asked without a curve or runs', () => {
  const { charted, asked } = setUp()
  charted.request('', ['a'])
  charted.request('success', [])
  charted.request('success', ['a'])
  charted.request('success', ['a'])
  expect(asked).toEqual([['success', 'a']])
})

test('other runs keep what is known, another curve begins anew', () => {
  const { charted, tell, known } = setUp()
  charted.request('success', ['a', 'b'])
  tell('a')
  tell('b')
  charted.request('success', ['b', 'c'])
  expect(known()).toEqual(['b'])
  charted.request('labels', ['b', 'c'])
  expect(known()).toEqual([])
})
