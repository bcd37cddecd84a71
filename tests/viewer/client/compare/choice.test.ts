import { expect, test } from 'vitest'
import { choose, firstChoices, newestOfTwoRuns, sameStart } from '../../../../viewer/client/compare/choice.ts'

const clip = (id: string, seed: number) => ({ id, task: 't', checkpoint: '', steps: 0, seed, success: false })
const clips = [clip('old-1', 1), clip('old-2', 2), clip('mid-2', 2), clip('new-2', 2)]
const both = (clips: readonly ReturnType<typeof clip>[]) => ({ left: clips, right: clips })
const ids = ({ left, right }: ReturnType<typeof choose>) => [left?.id, right?.id]

test('at first the newest policy stands beside the earliest one that starts the same', () => {
  expect(ids(choose(firstChoices, both(clips)))).toEqual(['old-2', 'new-2'])
})

test('with no clip of the same start the earliest of all is shown', () => {
  expect(ids(choose(firstChoices, both([clip('old', 1), clip('new', 9)])))).toEqual(['old', 'new'])
})

test('one clip is not compared with itself', () => {
  expect(ids(choose(firstChoices, both([clip('only', 1)])))).toEqual([undefined, 'only'])
  expect(ids(choose(firstChoices, both([])))).toEqual([undefined, undefined])
})

test('a picked clip is shown, and the other side starts as it does', () => {
  const picked = { left: { kind: 'earliest' }, right: { kind: 'clip', id: 'old-1' } } as const
  expect(ids(choose(picked, both(clips)))).toEqual(['old-2', 'old-1'])
  expect(ids(choose({ ...picked, left: { kind: 'clip', id: 'mid-2' } }, both(clips)))).toEqual(['mid-2', 'old-1'])
})

test('a picked clip that is gone leaves its side empty', () => {
  expect(ids(choose({ left: { kind: 'clip', id: 'gone' }, right: { kind: 'newest' } }, both(clips)))).toEqual([
    undefined,
    'new-2',
  ])
})

test('starts are the same when task and seed are', () => {
  expect(sameStart(clip('a', 1), clip('b', 1))).toBe(true)
  expect(sameStart(clip('a', 1), clip('b', 2))).toBe(false)
  expect(sameStart(clip('a', 1), { ...clip('b', 1), task: 'u' })).toBe(false)
})

test('of two runs the newest policies are shown, from the same start where there is one', () => {
  const left = [clip('left-1', 1), clip('left-2', 2), clip('left-3', 3)]
  expect(ids(choose(newestOfTwoRuns, { left, right: clips }))).toEqual(['left-2', 'new-2'])
  expect(ids(choose(newestOfTwoRuns, { left: [clip('left-9', 9)], right: clips }))).toEqual(['left-9', 'new-2'])
})

test('a start that was asked for is the same on both sides, whatever was recorded', () => {
  const start = { kind: 'start', seed: 500_007 } as const
  const chosen = choose({ left: start, right: start }, both([]))
  expect(ids(chosen)).toEqual(['start-500007', 'start-500007'])
  expect(sameStart(chosen.left!, chosen.right!)).toBe(true)
})
