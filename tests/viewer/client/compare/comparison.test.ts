import { expect, test } from 'vitest'
import { sides } from '../../../../viewer/client/compare/choice.ts'
import { createComparison } from '../../../../viewer/client/compare/comparison.ts'
import type { Library } from '../../../../viewer/client/runs/library.ts'
import type { Offer } from '../../../../viewer/client/runs/runs.ts'
import type { ClipFrame } from '../../../../viewer/protocol/frames.ts'
import { clipOf } from '../../../support/clip-frames.ts'

const settle = () => new Promise((resolve) => setImmediate(resolve))

function setUp() {
  const frames = new Map<string, ClipFrame>()
  const held = new Set<string>()
  const problems: string[] = []
  let release = () => {}
  const library: Pick<Library, 'get'> = {
    async get(run, id) {
      if (held.has(id))
        await new Promise<void>((resolve) => {
          release = resolve
        })
      const frame = frames.get(id) ?? clipOf({ run, id })
      frames.set(id, frame)
      if (id === 'broken') throw new Error('there is no clip "broken"')
      return frame
    },
  }
  const comparison = createComparison(library, (problem) => problems.push(problem))
  const ids = () => [comparison.shown.now.left?.clip.id, comparison.shown.now.right?.clip.id]
  /** One run on both sides. */
  const follow = (offer: Offer) =>
    sides.forEach((side) => {
      comparison.follow(side, offer)
    })
  return { comparison, follow, held, problems, ids, release: () => release() }
}

function offer(run: string, ...clips: string[]): Offer {
  const summaries = clips.map((clip, i) => ({
    id: clip,
    task: 't',
    checkpoint: clip,
    steps: i,
    seed: 1,
    success: false,
  }))
  return { run, clips: summaries }
}

test('the first clips are shown as soon as they are there', async () => {
  const { follow, ids } = setUp()
  follow(offer('a', 'one'))
  await settle()
  expect(ids()).toEqual([undefined, 'one'])
  follow(offer('a', 'one', 'two'))
  await settle()
  expect(ids()).toEqual(['one', 'two'])
})

test('newer clips wait for the next round of the clock', async () => {
  const { comparison, follow, ids } = setUp()
  follow(offer('a', 'one', 'two'))
  await settle()
  follow(offer('a', 'one', 'two', 'three'))
  await settle()
  expect(ids()).toEqual(['one', 'two'])
  expect(comparison.waiting.now).toBe(true)
  comparison.nextRound()
  expect(ids()).toEqual(['one', 'three'])
  expect(comparison.waiting.now).toBe(false)
})

test('what a person picks is shown at once', async () => {
  const { comparison, follow, ids } = setUp()
  follow(offer('a', 'one', 'two', 'three'))
  await settle()
  comparison.pick('left', { kind: 'clip', id: 'two' })
  await settle()
  expect(ids()).toEqual(['two', 'three'])
})

test('another run clears the stage and forgets what was picked', async () => {
  const { comparison, follow, ids } = setUp()
  follow(offer('a', 'one', 'two'))
  comparison.pick('left', { kind: 'clip', id: 'two' })
  await settle()
  follow(offer('b'))
  expect(ids()).toEqual([undefined, undefined])
  expect(comparison.choices.now.left).toEqual({ kind: 'earliest' })
})

test('a slow answer does not undo a later choice', async () => {
  const { comparison, follow, held, ids, release } = setUp()
  follow(offer('a', 'one', 'slow', 'two'))
  await settle()
  held.add('slow')
  comparison.pick('left', { kind: 'clip', id: 'slow' })
  comparison.pick('left', { kind: 'clip', id: 'one' })
  await settle()
  release()
  await settle()
  expect(ids()).toEqual(['one', 'two'])
})

test('a clip that cannot be had is a problem and leaves the stage as it was', async () => {
  const { comparison, follow, ids, problems } = setUp()
  follow(offer('a', 'one', 'broken', 'two'))
  await settle()
  comparison.pick('left', { kind: 'clip', id: 'broken' })
  await settle()
  expect(problems).toEqual(['there is no clip "broken"'])
  expect(ids()).toEqual(['one', 'two'])
})

test('news of the run in between does not make a person wait', async () => {
  const { comparison, follow, held, ids, release } = setUp()
  follow(offer('a', 'one', 'slow', 'two'))
  await settle()
  held.add('slow')
  comparison.pick('left', { kind: 'clip', id: 'slow' })
  await settle()
  release()
  held.clear()
  follow(offer('a', 'one', 'slow', 'two', 'three'))
  await settle()
  expect(ids()).toEqual(['slow', 'three'])
})

test('another run on one side stands beside the other at its newest, and the pair goes back to one run', async () => {
  const { comparison, follow, ids } = setUp()
  follow(offer('a', 'one', 'two'))
  await settle()
  comparison.follow('left', offer('b', 'three', 'four'))
  await settle()
  expect(ids()).toEqual(['four', 'two'])
  expect([comparison.shown.now.left?.run, comparison.shown.now.right?.run]).toEqual(['b', 'a'])
  comparison.follow('left', offer('a', 'one', 'two'))
  await settle()
  expect(ids()).toEqual(['one', 'two'])
})
