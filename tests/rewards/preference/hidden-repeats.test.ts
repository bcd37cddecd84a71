import { describe, expect, test } from 'vitest'
import { anna, answerTo, someDesk, someQuestions, undoOf } from './some-desk.ts'

describe('a hidden repeat', () => {
  async function withRepeats(share: number, count: number) {
    let state = 1
    const random = () => {
      state = (state * 16_807) % 2_147_483_647
      return state / 2_147_483_647
    }
    const made = await someDesk({ repeats: share, random, wanted: count })
    made.desk.add(someQuestions(count))
    made.desk.sit({ seat: 's', by: anna })
    for (let i = 0; i < count; i++) {
      const { id, shown } = made.desk.offer('s').questions[0]!
      await made.desk.give(answerTo(id, { id: `a${i}`, shown, answer: i % 9 === 0 ? 'skip' : 'first' }))
    }
    return made
  }

  test('asks an earlier question again at the chosen rate, with sides swapped, and says so in the log', async () => {
    const { desk } = await withRepeats(0.2, 300)
    const answers = desk.answers()
    const repeats = answers.filter((answer) => answer.repeats !== undefined)
    expect(repeats.length / answers.length).toBeGreaterThan(0.14)
    expect(repeats.length / answers.length).toBeLessThan(0.26)
    for (const repeat of repeats) {
      const original = answers.find(({ question }) => question === repeat.repeats)!
      expect([repeat.first, repeat.second]).toEqual([original.first, original.second])
      expect(repeat.left).not.toBe(original.left)
      expect(original.answer).not.toBe('skip')
      expect(answers.indexOf(repeat) - answers.indexOf(original)).toBeGreaterThan(5)
    }
    expect(new Set(repeats.map((repeat) => repeat.repeats)).size).toBe(repeats.length)
  })

  test('is known by its name after the desk was opened again', async () => {
    const { desk, file, log } = await withRepeats(0.5, 30)
    const last = desk
      .answers()
      .filter((answer) => answer.repeats !== undefined)
      .at(-1)!
    await desk.give(undoOf(last.id))
    await log.close()
    const again = await someDesk({ file })
    again.desk.add(someQuestions(30))
    again.desk.sit({ seat: 's', by: anna, holding: [last.question!] })
    expect(again.desk.offer('s').questions[0]).toMatchObject({ id: last.question, segments: [last.first, last.second] })
    await again.desk.give(answerTo(last.question!, { id: 'again' }))
    expect(again.desk.answers().at(-1)).toMatchObject({ repeats: last.repeats })
  })

  test('is not there where none is wanted', async () => {
    const { desk } = await withRepeats(0, 60)
    expect(desk.answers().filter((answer) => answer.repeats !== undefined)).toEqual([])
  })
})
