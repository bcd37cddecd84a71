import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeLogLine, type LogLine, parseLog } from '../../../rewards/preference/log-lines.ts'
import { somePreference } from './some-preference.ts'

const at = '2024-05-01T12:00:00.000Z'

function answerLine(id: string): LogLine {
  return { kind: 'answer', id, ...somePreference() }
}

function undoLine(id: string, undoes: string): LogLine {
  return { kind: 'undo', id, undoes, by: 'person:anna', at }
}

function bytesOf(...lines: readonly (LogLine | string)[]): Uint8Array {
  return Buffer.concat(lines.map((line) => (typeof line === 'string' ? Buffer.from(line) : encodeLogLine(line))))
}

describe('a whole log', () => {
  test('gives back its answers in order', () => {
    const { answers, tail } = parseLog(bytesOf(answerLine('w-1'), answerLine('w-2')), 'labels.jsonl')
    expect([...answers.values()]).toEqual([answerLine('w-1'), answerLine('w-2')])
    expect(tail).toEqual({ state: 'clean' })
  })

  test('that is empty holds nothing', () => {
    expect(parseLog(new Uint8Array(), 'labels.jsonl').answers.size).toBe(0)
  })

  test('leaves out what was undone, and keeps its id taken', () => {
    const log = parseLog(bytesOf(answerLine('w-1'), answerLine('w-2'), undoLine('w-3', 'w-1')), 'labels.jsonl')
    expect([...log.answers.keys()]).toEqual(['w-2'])
    expect(['w-1', 'w-2', 'w-3'].map((id) => log.records.find(id)?.kind)).toEqual(['answer', 'answer', 'undo'])
  })

  test('of two writers whose lines alternate holds the answers of both', () => {
    const log = parseLog(bytesOf(answerLine('a-1'), answerLine('b-1'), answerLine('a-2')), 'labels.jsonl')
    expect([...log.answers.keys()]).toEqual(['a-1', 'b-1', 'a-2'])
  })

  test('that passed through an editor with two-character line breaks can be read', () => {
    const text = new TextDecoder().decode(bytesOf(answerLine('w-1'))).replace('\n', '\r\n')
    expect(parseLog(Buffer.from(text), 'labels.jsonl').answers.size).toBe(1)
  })
})

describe('the end of a log', () => {
  test('cut anywhere loses the last line alone', () => {
    const whole = bytesOf(answerLine('w-1'), answerLine('ü-2'))
    const firstEnd = bytesOf(answerLine('w-1')).length
    fc.assert(
      fc.property(fc.integer({ min: firstEnd + 1, max: whole.length - 2 }), (length) => {
        const { answers, tail } = parseLog(whole.subarray(0, length), 'labels.jsonl')
        expect([...answers.keys()]).toEqual(['w-1'])
        expect(tail).toMatchObject({ state: 'torn', bytes: length - firstEnd })
      }),
    )
  })

  test('keeps a whole record that only lacks its line break', () => {
    const whole = bytesOf(answerLine('w-1'), answerLine('w-2'))
    const { answers, tail } = parseLog(whole.subarray(0, -1), 'labels.jsonl')
    expect(answers.size).toBe(2)
    expect(tail).toEqual({ state: 'unterminated' })
  })

  test('filled with zeros by a power cut counts as cut off', () => {
    expect(parseLog(bytesOf(answerLine('w-1'), '\0\0\0'), 'labels.jsonl').tail).toMatchObject({
      state: 'torn',
      bytes: 3,
    })
  })
})

describe('garbage before the end is named by its line', () => {
  test.each([
    ['text', 'hello\n', 'labels.jsonl: line 2 is not JSON ("hello")'],
    ['an empty line', '\n', 'labels.jsonl: line 2 is not JSON (the line is empty)'],
    ['bytes that are not UTF-8', Buffer.from([0xff, 0x0a]), 'labels.jsonl: line 2 is not JSON'],
    ['a record of no known kind', '{"kind":"vote","id":"w-9"}\n', /^labels.jsonl: line 2 is not a record: .* at kind/],
    [
      'an answer that is no answer',
      '{"kind":"answer","id":"w-9"}\n',
      /^labels.jsonl: line 2 is not a record: .* at first/,
    ],
    ['a repeated id', encodeLogLine(answerLine('w-1')), 'labels.jsonl: line 2 repeats the id w-1 of line 1'],
    ['an undo of nothing', encodeLogLine(undoLine('w-2', 'x-7')), 'line 2 undoes x-7, which no earlier line holds'],
  ])('%s', (_, garbage, message) => {
    const bytes = Buffer.concat([bytesOf(answerLine('w-1')), Buffer.from(garbage), bytesOf(answerLine('w-3'))])
    expect(() => parseLog(bytes, 'labels.jsonl')).toThrow(message)
    expect(() => parseLog(bytes, 'labels.jsonl')).toThrow('Correct or delete that line; the file was not changed.')
  })

  test('also when it is the last line and ends in a line break', () => {
    expect(() => parseLog(bytesOf(answerLine('w-1'), '{"kind":"ans\n'), 'labels.jsonl')).toThrow('line 2 is not JSON')
  })

  test('a long line is shown by its beginning', () => {
    expect(() => parseLog(bytesOf(`${'x'.repeat(1000)}\n`), 'labels.jsonl')).toThrow(`("${'x'.repeat(40)}" ...)`)
  })
})
