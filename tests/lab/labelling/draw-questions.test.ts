import { expect, test } from 'vitest'
import { drawQuestions } from '../../../lab/labelling/draw-questions.ts'
import type { ShelvedEpisode } from '../../../lab/labelling/shelf.ts'
import { randomStream } from '../../../sim/random.ts'

function episode(id: string, change: Partial<ShelvedEpisode> = {}): ShelvedEpisode {
  const rest = { path: id, task: 'reach', seed: 0, steps: 40, stepSeconds: 0.05, rewards: new Float32Array(40) }
  return { id, ending: id, ...rest, ...change }
}

function draw(episodes: readonly ShelvedEpisode[], change: { count?: number; length?: number; clips?: number } = {}) {
  const random = randomStream(0, 'questions')
  return drawQuestions({ episodes, count: 50, length: 10, clips: 2, random, ...change })
}

const sameStart = ['a', 'b', 'c'].map((id) => episode(id))

test('fair questions are windows at the same time of different episodes from the same start', () => {
  const questions = draw(sameStart)
  expect(questions).toHaveLength(50)
  for (const { fair, segments, task } of questions) {
    const [first, second] = segments
    expect([fair, task, first!.start, first!.length]).toEqual([true, 'reach', second!.start, 10])
    expect(first!.episode).not.toBe(second!.episode)
    expect(first!.start + 10).toBeLessThanOrEqual(40)
  }
  expect(new Set(questions.map(({ id }) => id)).size).toBe(50)
})

test('where they do not suffice others about the same task follow, and say so', () => {
  const questions = draw([...sameStart, episode('d', { seed: 1 }), episode('x', { task: 'push', seed: 0 })], {
    ...{ count: 400, length: 30 },
  })
  const [fair, unfair] = [questions.filter((each) => each.fair), questions.filter((each) => !each.fair)]
  expect(fair.length).toBeGreaterThan(20)
  expect(fair.length).toBeLessThanOrEqual(33)
  expect(unfair.length).toBeGreaterThan(20)
  expect(questions.slice(0, 20).every((each) => each.fair)).toBe(true)
  expect(questions.flatMap(({ segments }) => segments).map((segment) => segment.episode)).not.toContain('x')
})

test('two episodes that ended in the same state are one: there is nothing to prefer', () => {
  expect(draw([episode('a', { ending: 'e' }), episode('b', { ending: 'e' })]).filter(({ fair }) => fair)).toEqual([])
})

test('the same recordings make the same questions with the same names', () => {
  expect(draw(sameStart)).toEqual(draw(sameStart))
})

test('episodes that are shorter than a clip are left out, and nothing is made of nothing', () => {
  expect(
    draw([episode('a', { steps: 9 }), episode('b'), episode('c')]).flatMap(({ segments }) => segments),
  ).not.toContain(expect.objectContaining({ episode: 'a' }))
  expect(draw([episode('a')])).toEqual([])
  expect(draw(sameStart, { length: 41 })).toEqual([])
})

test('up to four clips to rank are of as many episodes', () => {
  const questions = draw([...sameStart, episode('d')], { clips: 4, count: 10 })
  expect(questions).toHaveLength(10)
  for (const { segments } of questions) expect(new Set(segments.map((each) => each.episode)).size).toBe(4)
})

test('few recordings give what they have and then stop', () => {
  const questions = draw(sameStart, { count: 100_000, length: 39 })
  expect(questions.length).toBeLessThanOrEqual(3 * 2 + 3 * 4)
  expect(questions.length).toBeGreaterThan(6)
})
