import { expect, test } from 'vitest'
import { answerWords, decidedBy, reasonWords } from '../../../../viewer/client/rank/verdict-words.ts'
import type { RankingVerdict } from '../../../../viewer/protocol/ranking.ts'

const tie: RankingVerdict = { answer: 'equal', level: null, difference: null, margin: null }
const at = (level: number): RankingVerdict => ({ answer: 'first', level, difference: 0.123456, margin: 0 })

test('answers name the side', () => {
  expect((['first', 'second', 'equal'] as const).map((answer) => answerWords({ answer }))).toEqual([
    'Left is better',
    'Right is better',
    'A tie',
  ])
})

test('a reason names the level, its factor, and by how much', () => {
  expect(reasonWords(at(2), ['open', 'less energy'])).toBe('Level 2, less energy: differs by 0.123, needed 0')
  expect(reasonWords(tie, ['open'])).toBe('No level differs by more than its margin')
})

test('pairs are counted by the level that decides them', () => {
  expect(decidedBy([at(1), at(3), tie, at(1)], 3)).toEqual({ by: [2, 0, 1], ties: 1 })
})
