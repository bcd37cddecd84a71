import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Desk } from '../../../rewards/preference/desk.ts'
import { parseLog } from '../../../rewards/preference/log-lines.ts'
import { memoryLogFile } from '../../../rewards/preference/memory-log-file.ts'
import { anna, answerTo, ben, rankingOf, someDesk, someQuestion, someQuestions, undoOf } from './some-desk.ts'

const offered = (desk: Desk, seat = 's') => desk.offer(seat).questions.map(({ id }) => id)

describe('what is asked', () => {
  test('comes ahead of the answers, and stays the same until then', async () => {
    const { desk } = await someDesk()
    desk.add(someQuestions(5))
    desk.sit({ seat: 's', by: anna })
    expect(desk.offer('s')).toMatchObject({ state: 'asking' })
    expect(offered(desk)).toEqual(['q0', 'q1', 'q2'])
    await desk.give(answerTo('q0'))
    expect(offered(desk)).toEqual(['q1', 'q2', 'q3'])
  })

  test('is fair first', async () => {
    const { desk } = await someDesk()
    desk.add([someQuestion('u', { fair: false }), someQuestion('f')])
    desk.sit({ seat: 's', by: anna })
    expect(offered(desk)).toEqual(['f', 'u'])
  })

  test('is never what somebody else has before them', async () => {
    const { desk } = await someDesk()
    desk.add(someQuestions(5))
    desk.sit({ seat: 's', by: anna })
    desk.sit({ seat: 't', by: ben })
    expect(offered(desk, 's')).toEqual(['q0', 'q1', 'q2'])
    expect(offered(desk, 't')).toEqual(['q3', 'q4'])
  })

  test('goes to another when its holder is silent for too long, and not before', async () => {
    const { desk, clock } = await someDesk({ leaseSeconds: 60 })
    desk.add(someQuestions(3))
    desk.sit({ seat: 's', by: anna })
    desk.sit({ seat: 't', by: ben })
    offered(desk, 's')
    clock.now += 59_000
    desk.stay('s')
    clock.now += 59_000
    expect(desk.offer('t')).toEqual({ questions: [], state: 'waiting' })
    clock.now += 1_000
    expect(offered(desk, 't')).toEqual(['q0', 'q1', 'q2'])
    expect(offered(desk, 's')).toEqual([])
  })

  test('is free at once when its holder gives it up', async () => {
    const { desk } = await someDesk()
    desk.add(someQuestions(3))
    desk.sit({ seat: 's', by: anna })
    desk.sit({ seat: 't', by: ben })
    offered(desk, 's')
    desk.leave('s')
    expect(offered(desk, 't')).toEqual([])
    desk.giveUp('s')
    expect(offered(desk, 't')).toEqual(['q0', 'q1', 'q2'])
  })

  test('shows its sides in an order that is shuffled, and the same each time', async () => {
    const { desk } = await someDesk({ ahead: 400 })
    desk.add(someQuestions(400))
    desk.sit({ seat: 's', by: anna })
    const shown = desk.offer('s').questions.map((question) => question.shown)
    const swapped = shown.filter(([left]) => left === 1).length
    expect(swapped).toBeGreaterThan(160)
    expect(swapped).toBeLessThan(240)
    const again = await someDesk({ ahead: 400 })
    again.desk.add(someQuestions(400))
    again.desk.sit({ seat: 't', by: ben })
    expect(again.desk.offer('t').questions.map((question) => question.shown)).toEqual(shown)
  })

  test('is no more than what is wanted, skipped ones not counted', async () => {
    const { desk } = await someDesk({ wanted: 2 })
    desk.add(someQuestions(9))
    desk.sit({ seat: 's', by: anna })
    expect(offered(desk)).toEqual(['q0', 'q1'])
    await desk.give(answerTo('q0', { answer: 'skip' }))
    expect(offered(desk)).toEqual(['q1', 'q2'])
    await desk.give(answerTo('q1'))
    await desk.give(answerTo('q2'))
    expect(desk.offer('s')).toEqual({ questions: [], state: 'finished' })
    expect(desk.progress()).toMatchObject({ answered: 2, skipped: 1, wanted: 2 })
  })

  test('runs out: finished, or waiting where more may come', async () => {
    for (const exhausted of ['finished', 'waiting'] as const) {
      const { desk } = await someDesk({ exhausted })
      desk.add(someQuestions(1))
      desk.sit({ seat: 's', by: anna })
      await desk.give(answerTo('q0'))
      expect(desk.offer('s').state).toBe(exhausted)
      desk.add(someQuestions(2))
      expect(offered(desk)).toEqual(['q1'])
    }
  })

  test('is what the page still holds, also when the desk was opened again', async () => {
    const { desk } = await someDesk()
    desk.add(someQuestions(9))
    desk.sit({ seat: 's', by: anna, holding: ['q5', 'gone', 'q3'] })
    expect(offered(desk)).toEqual(['q5', 'q3', 'q0'])
  })

  test('ends when the desk closes', async () => {
    const { desk } = await someDesk({ exhausted: 'waiting' })
    desk.add(someQuestions(1))
    desk.sit({ seat: 's', by: anna })
    await desk.close()
    expect(desk.offer('s')).toEqual({ questions: [], state: 'finished' })
    expect(await desk.give(answerTo('q0'))).toMatchObject({ kind: 'refused', code: 'not-saved' })
  })
})

describe('an answer', () => {
  test('is kept with its question, its sides, its time and its decisive step', async () => {
    const { desk, log } = await someDesk()
    desk.add(someQuestions(1))
    const given = answerTo('q0', { answer: 'second', shown: [1, 0], decisiveStep: 3 })
    expect(await desk.give(given)).toEqual({ kind: 'saved', question: 'q0', answer: 'a-q0' })
    expect(log.answers()).toEqual([
      {
        ...{ kind: 'answer', id: 'a-q0', question: 'q0', by: anna, at: '2023-11-14T22:13:20.000Z' },
        ...{ first: someQuestion('q0').segments[0], second: someQuestion('q0').segments[1], answer: 'second' },
        ...{ left: 'second', milliseconds: 900, decisiveStep: 3 },
      },
    ])
  })

  test('is not called saved before it is on the disk', async () => {
    const inner = memoryLogFile()
    let reachDisk = () => {}
    const sync = () =>
      new Promise<void>((resolve) => {
        reachDisk = resolve
      })
    const { desk } = await someDesk({ file: { ...inner, sync } })
    desk.add(someQuestions(1))
    let saved = false
    const reply = desk.give(answerTo('q0')).then(() => {
      saved = true
    })
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    await new Promise((resolve) => setImmediate(resolve))
    expect(saved).toBe(false)
    expect(desk.progress().answered).toBe(0)
    reachDisk()
    await reply
    expect(desk.progress().answered).toBe(1)
  })

  test('that arrives again counts once: at once, later, and at a desk that was opened anew', async () => {
    const { desk, file, log } = await someDesk()
    desk.add(someQuestions(2))
    const saved = { kind: 'saved', question: 'q0', answer: 'a-q0' }
    const twice = await Promise.all([desk.give(answerTo('q0')), desk.give(answerTo('q0'))])
    expect(twice).toEqual([saved, saved])
    expect(await desk.give(answerTo('q0'))).toEqual(saved)
    await log.close()
    const again = await someDesk({ file })
    expect(await again.desk.give(answerTo('q0'))).toEqual(saved)
    expect(again.log.answers()).toHaveLength(1)
  })

  test('of the same person to the same question counts once, under whatever name', async () => {
    const { desk, log } = await someDesk()
    desk.add(someQuestions(1))
    await desk.give(answerTo('q0'))
    const other = await desk.give(answerTo('q0', { id: 'other', answer: 'second' }))
    expect(other).toEqual({ kind: 'saved', question: 'q0', answer: 'a-q0' })
    expect(log.answers()).toHaveLength(1)
  })

  test('that comes late, after somebody else got the question, is kept too', async () => {
    const { desk, log } = await someDesk()
    desk.add(someQuestions(1))
    await desk.give(answerTo('q0'))
    await desk.give(answerTo('q0', { id: 'late', by: ben }))
    expect(log.answers().map(({ by }) => by)).toEqual([anna, ben])
  })

  test.each([
    [answerTo('q9'), 'unknown-question', 'nobody asks q9 here'],
    [answerTo('q0', { shown: [0, 0] }), 'wrong-shape', 'found 2 shown, expected each of 2 clips once'],
    [answerTo('q0', { shown: [0] }), 'wrong-shape', 'found 1 shown, expected each of 2 clips once'],
    [answerTo('q0', { decisiveStep: 5 }), 'wrong-shape', 'the decisive step lies behind the end of both clips'],
    [rankingOf('q0'), 'wrong-shape', 'a question of 2 clips has no ranking'],
    [answerTo('r'), 'wrong-shape', 'a question of 3 clips has no answer'],
    [rankingOf('r', { order: [[0], [1]] }), 'wrong-shape', 'the order must name each of 3 clips once'],
  ] as const)('that makes no sense is refused and changes nothing: %#', async (given, code, message) => {
    const { desk, log } = await someDesk()
    desk.add([...someQuestions(1), someQuestion('r', { clips: 3 })])
    expect(await desk.give(given)).toEqual({ kind: 'refused', code, message })
    expect(log.entries()).toEqual([])
  })

  test('that the disk refuses may come again, and then counts', async () => {
    const inner = memoryLogFile({ name: 'labels.jsonl' })
    let full = true
    const append = async (bytes: Uint8Array) => {
      if (full) throw new Error('no space left')
      await inner.append(bytes)
    }
    const { desk } = await someDesk({ file: { ...inner, append } })
    desk.add(someQuestions(1))
    expect(await desk.give(answerTo('q0'))).toEqual({
      kind: 'refused',
      code: 'not-saved',
      message:
        'labels.jsonl: this line was not saved (no space left). Everything before it is safe. ' +
        'Remove the cause, then answer again.',
    })
    full = false
    expect(await desk.give(answerTo('q0'))).toMatchObject({ kind: 'saved' })
  })
})

describe('an undo', () => {
  test('is a line, honoured by who reads the log, and brings the question back first', async () => {
    const { desk, file } = await someDesk()
    desk.add(someQuestions(5))
    desk.sit({ seat: 's', by: anna })
    offered(desk)
    await desk.give(answerTo('q0'))
    await desk.give(answerTo('q1'))
    expect(await desk.give(undoOf('a-q0'))).toEqual({ kind: 'undone', question: 'q0', answer: 'a-q0' })
    expect(offered(desk)).toEqual(['q0', 'q2', 'q3'])
    expect([...parseLog(await file.read(), 'log').answers.keys()]).toEqual(['a-q1'])
    expect(desk.progress().answered).toBe(1)
  })

  test('that arrives again says the same, and the answer that it undid stays undone when it arrives again', async () => {
    const { desk, log } = await someDesk()
    desk.add(someQuestions(1))
    await desk.give(answerTo('q0'))
    await desk.give(undoOf('a-q0'))
    expect(await desk.give(undoOf('a-q0'))).toEqual({ kind: 'undone', question: 'q0', answer: 'a-q0' })
    await desk.give(answerTo('q0'))
    expect(log.answers()).toEqual([])
  })

  test('of what is not there, or is not yours, is refused', async () => {
    const { desk, log } = await someDesk()
    desk.add(someQuestions(1))
    await desk.give(answerTo('q0'))
    expect(await desk.give(undoOf('x'))).toMatchObject({
      code: 'nothing-to-undo',
      message: 'there is no standing answer x',
    })
    expect(await desk.give(undoOf('a-q0', { by: ben }))).toMatchObject({ code: 'not-yours' })
    expect(await desk.give(undoOf('a-q0', { id: 'a-q0' }))).toMatchObject({ code: 'wrong-shape' })
    expect(log.answers()).toHaveLength(1)
  })
})

describe('a ranking', () => {
  test('is one line, and stands for the pairs that it implies until it is undone', async () => {
    const { desk, log, file } = await someDesk()
    desk.add([someQuestion('r', { clips: 3 })])
    desk.sit({ seat: 's', by: anna })
    await desk.give(rankingOf('r'))
    expect(
      new TextDecoder()
        .decode(await file.read())
        .trim()
        .split('\n'),
    ).toHaveLength(1)
    expect(desk.answers().map(({ id, answer, ranking }) => [id, answer, ranking])).toEqual([
      ['r-r.1', 'equal', 'r-r'],
      ['r-r.2', 'second', 'r-r'],
      ['r-r.3', 'second', 'r-r'],
    ])
    expect(desk.progress().answered).toBe(1)
    await desk.give(undoOf('r-r'))
    expect(log.answers()).toEqual([])
    expect(offered(desk)).toEqual(['r'])
  })

  test('that is skipped implies nothing', async () => {
    const { desk } = await someDesk()
    desk.add([someQuestion('r', { clips: 3 })])
    await desk.give(rankingOf('r', { order: null }))
    expect(desk.answers()).toEqual([])
    expect(desk.progress()).toMatchObject({ answered: 0, skipped: 1 })
  })
})

describe('who listens', () => {
  test('hears of answers, undos and questions, until they stop', async () => {
    const { desk } = await someDesk()
    const heard: string[] = []
    const stop = desk.subscribe((event) => heard.push(event.kind))
    desk.add(someQuestions(1))
    await desk.give(answerTo('q0'))
    await desk.give(answerTo('q0'))
    await desk.give(undoOf('a-q0'))
    stop()
    await desk.give(answerTo('q0', { id: 'b' }))
    expect(heard).toEqual(['questions', 'answered', 'undone'])
  })

  test('sees who is here, and what each has answered, earlier sittings included', async () => {
    const { desk, file, log } = await someDesk()
    desk.add(someQuestions(3))
    await desk.give(answerTo('q0'))
    await log.close()
    const again = await someDesk({ file })
    again.desk.sit({ seat: 't', by: ben })
    expect(again.desk.progress().people).toEqual([
      { by: anna, answered: 1, skipped: 0, here: false },
      { by: ben, answered: 0, skipped: 0, here: true },
    ])
    again.desk.leave('t')
    expect(again.desk.progress().people).toHaveLength(1)
  })
})

test('whatever several people do in whatever order, nobody holds what another does and nothing is answered twice', async () => {
  const act = fc.record({
    seat: fc.constantFrom('s', 't', 'u'),
    what: fc.constantFrom('answer', 'skip', 'undo', 'leave', 'wait', 'resend'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 60 }), async (acts) => {
      const { desk, log, clock } = await someDesk({ repeats: 0.3, random: () => 0.1, wanted: 25 })
      desk.add(someQuestions(12))
      const given: Parameters<Desk['give']>[0][] = []
      for (const [i, { seat, what }] of acts.entries()) {
        const by = `person:${seat}`
        desk.sit({ seat, by })
        const [question] = desk.offer(seat).questions
        if (what === 'leave') desk.leave(seat)
        if (what === 'wait') clock.now += 50_000
        if (what === 'resend' && given.length > 0) await desk.give(given[i % given.length]!)
        if (what === 'undo') {
          const own = log.entries().filter((entry) => entry.by === by)
          if (own.length > 0) given.push(undoOf(own.at(-1)!.id, { id: `u${i}`, by, seat }))
        }
        if ((what === 'answer' || what === 'skip') && question) {
          const answer = what === 'skip' ? 'skip' : 'first'
          given.push(answerTo(question.id, { id: `a${i}`, by, shown: question.shown, answer }))
        }
        if (given.length > 0) await desk.give(given.at(-1)!)
        const held = ['s', 't', 'u'].flatMap((each) => offered(desk, each))
        expect(new Set(held).size).toBe(held.length)
      }
      const pairs = log.answers().map(({ question, by }) => `${question} ${by}`)
      expect(new Set(pairs).size).toBe(pairs.length)
    }),
    { numRuns: 60 },
  )
})
