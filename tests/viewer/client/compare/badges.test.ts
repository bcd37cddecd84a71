import { expect, test } from 'vitest'
import { outcomeBadge, pairBadge } from '../../../../viewer/client/compare/badges.ts'

const clip = { id: 'c', task: 't', checkpoint: '', steps: 0, seed: 1, success: true }

test('a pair is the same start, different starts, or different tasks', () => {
  expect(pairBadge(clip, { ...clip, id: 'd' })).toMatchObject({ text: 'Same start', tone: 'good' })
  expect(pairBadge(clip, { ...clip, seed: 2 })).toMatchObject({ text: 'Different starts', tone: 'warning' })
  expect(pairBadge(clip, { ...clip, task: 'u' })).toMatchObject({ text: 'Different tasks', tone: 'warning' })
  expect(pairBadge(clip, undefined)).toBeUndefined()
})

test('success is announced before and celebrated after', () => {
  expect(outcomeBadge({ clip, successAt: 1.25 }, 1)).toMatchObject({ text: 'Success at 1.25 s', tone: 'plain' })
  expect(outcomeBadge({ clip, successAt: 1.25 }, 1.25)).toMatchObject({ text: 'Success', tone: 'good' })
  expect(outcomeBadge({ clip: { ...clip, success: false }, successAt: null }, 1)).toMatchObject({
    text: 'No success',
    tone: 'plain',
  })
})
