import { expect, test } from 'vitest'
import { renderTable } from '../../../lab/commands/table.ts'

test('numbers stand to the right, names to the left, heads are words', () => {
  const rows = [
    { id: 'push', stepsPerSecond: 20_000, success: 0.5, first: null, fast: true },
    { id: 'drawer-open', stepsPerSecond: 512.25, success: 1, first: 'x', fast: false },
  ]
  expect(renderTable(rows).split('\n')).toEqual([
    'id           steps per second  success  first  fast',
    'push                    20000    0.500  -      yes',
    'drawer-open             512.3        1  x      no',
  ])
})
