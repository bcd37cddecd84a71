import { expect, test } from 'vitest'
import { impliedPreferences, namesEach, type Ranking, rankingSchema } from '../../../rewards/preference/ranking.ts'

const segments = ['a', 'b', 'c', 'd'].map((episode) => ({ episode, start: 0, length: 5 }))

function someRanking(change: Partial<Ranking> = {}): Ranking {
  return {
    segments,
    order: [[2], [0, 3], [1]],
    shown: [3, 1, 0, 2],
    by: 'person:anna',
    at: '2024-05-01T12:00:00.000Z',
    milliseconds: 4000,
    question: 'q',
    ...change,
  }
}

test('four segments imply six preferences, equal within a group', () => {
  const implied = impliedPreferences(someRanking())
  expect(implied.map(({ first, second, answer }) => `${first.episode}${second.episode} ${answer}`)).toEqual([
    ...['ab first', 'ac second', 'ad equal', 'bc second', 'bd second', 'cd first'],
  ])
})

test('each keeps who answered, when, in how long, to what, and which of the two was further left', () => {
  const [ab, , ad] = impliedPreferences(someRanking())
  expect(ab).toMatchObject({ by: 'person:anna', milliseconds: 4000, question: 'q', left: 'second' })
  expect(ad).toMatchObject({ at: '2024-05-01T12:00:00.000Z', left: 'second' })
})

test('a skipped one implies nothing', () => {
  expect(impliedPreferences(someRanking({ order: null }))).toEqual([])
})

test.each([
  [{ shown: [0, 1, 2] }, 'shown does not name every segment once'],
  [{ order: [[0], [0], [1], [2]] }, 'order does not name every segment once'],
  [{ order: [[0, 1, 2]] }, 'order does not name every segment once'],
])('one that does not name each segment once is none: %j', (change, problem) => {
  expect(rankingSchema.safeParse(someRanking(change)).error?.issues[0]?.message).toBe(problem)
})

test('members are 0 to the count, each once', () => {
  expect(namesEach([1, 0], 2)).toBe(true)
  for (const wrong of [[0], [0, 0], [0, 2], [0, 1, 2]]) expect(namesEach(wrong, 2)).toBe(false)
})
