import { expect, test } from 'vitest'
import { repeated, shownOrder } from '../../../rewards/preference/desk-question.ts'
import { someQuestion, someQuestions } from './some-desk.ts'

test('every clip of a question is shown once, each as often in each place', () => {
  const firsts = [0, 0, 0, 0]
  for (let i = 0; i < 4000; i++) {
    const shown = shownOrder(someQuestion(`q${i}`, { clips: 4 }))
    expect([...shown].sort()).toEqual([0, 1, 2, 3])
    firsts[shown[0]!]!++
  }
  for (const count of firsts) expect(Math.abs(count - 1000)).toBeLessThan(120)
})

test('a question that is asked again has the same clips and another name, which does not contain the first', () => {
  for (const question of someQuestions(20)) {
    const again = repeated(question)
    expect(again.segments).toEqual(question.segments)
    expect(again.id).not.toContain(question.id)
    expect(repeated(question).id).toBe(again.id)
  }
})
