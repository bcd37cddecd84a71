import { expect, test } from 'vitest'
import { tasks } from '../../../envs/registry.ts'
import { GLYPH, isInked } from '../../../lab/sheet/font.ts'

function dots(character: string): string {
  const rows = Array.from({ length: GLYPH.height }, (_, row) =>
    Array.from({ length: GLYPH.width }, (_, column) => (isInked(character, column, row) ? '#' : '.')).join(''),
  )
  return rows.join('\n')
}

test('every character of every task has a glyph, each another one', () => {
  const used = [...new Set(tasks.flatMap(({ id }) => [...id]))]
  const drawn = used.map(dots)
  expect(drawn.filter((glyph) => !glyph.includes('#'))).toEqual([])
  expect(new Set(drawn).size).toBe(used.length)
})

test('a character without a glyph is a blank', () => {
  expect(dots(' ')).not.toContain('#')
})

test('letters look like themselves', () => {
  expect(dots('l')).toBe(['.##..', '..#..', '..#..', '..#..', '..#..', '..#..', '.###.', '.....', '.....'].join('\n'))
})
