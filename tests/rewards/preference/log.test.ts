import { describe, expect, test } from 'vitest'
import { openPreferenceLog } from '../../../rewards/preference/log.ts'
import type { LogFile } from '../../../rewards/preference/log-file.ts'
import { parseLog } from '../../../rewards/preference/log-lines.ts'
import { memoryLogFile } from '../../../rewards/preference/memory-log-file.ts'
import { somePreference } from './some-preference.ts'

const undoer = { by: 'person:anna', at: '2024-05-01T12:00:01.000Z' }

async function textOf(file: LogFile): Promise<string> {
  return new TextDecoder().decode(await file.read())
}

/** A file that counts its closings and whose next calls can be made to fail. */
function fragileFile(inner = memoryLogFile({ name: 'labels.jsonl', writer: 'w' })) {
  const calls: string[] = []
  const failing = new Map<keyof LogFile, string>()
  const step = async (call: keyof LogFile, work: () => Promise<void>): Promise<void> => {
    calls.push(call)
    const reason = failing.get(call)
    if (reason) throw new Error(reason)
    await work()
  }
  const file: LogFile = {
    ...inner,
    append: async (bytes) => {
      if (failing.has('append')) await inner.append(bytes.subarray(0, bytes.length >> 1))
      await step('append', () => inner.append(bytes))
    },
    sync: () => step('sync', inner.sync),
    truncate: (length) => step('truncate', () => inner.truncate(length)),
    close: () => step('close', inner.close),
  }
  return { file, inner, calls, failing }
}

describe('answers', () => {
  test('are there when the log is opened again, with ids that go on', async () => {
    const file = memoryLogFile({ writer: 'w' })
    const log = await openPreferenceLog(file)
    await log.append(somePreference())
    const second = await log.append(somePreference({ answer: 'equal' }))
    expect(second.id).toBe('w-2')
    await log.close()

    const again = await openPreferenceLog(file)
    expect(again.answers()).toEqual(log.answers())
    expect((await again.append(somePreference())).id).toBe('w-3')
    expect(again.notes).toEqual([])
  })

  test('are flushed before append resolves', async () => {
    const { file, calls } = fragileFile()
    const log = await openPreferenceLog(file)
    await log.append(somePreference())
    expect(calls).toEqual(['append', 'sync'])
  })

  test('asked for at once are written one after the other', async () => {
    const { file, calls } = fragileFile()
    const log = await openPreferenceLog(file)
    await Promise.all(Array.from({ length: 20 }, () => log.append(somePreference())))
    expect(calls).toEqual(Array.from({ length: 20 }, () => ['append', 'sync']).flat())
    expect(parseLog(await file.read(), 'x').answers.size).toBe(20)
  })

  test('that are malformed are refused and leave no trace', async () => {
    const file = memoryLogFile()
    const log = await openPreferenceLog(file)
    await expect(log.append(somePreference({ by: 'nobody' }))).rejects.toThrow('expected person:<name>')
    expect(await textOf(file)).toBe('')
    await log.append(somePreference())
    expect(log.answers()).toHaveLength(1)
  })

  test('carry only what the schema knows', async () => {
    const file = memoryLogFile()
    const log = await openPreferenceLog(file)
    await log.append({ ...somePreference(), trueReward: 7 } as never)
    expect(await textOf(file)).not.toContain('trueReward')
  })
})

describe('undo', () => {
  test('takes back the newest answer by adding a line', async () => {
    const file = memoryLogFile()
    const log = await openPreferenceLog(file)
    await log.append(somePreference({ answer: 'first' }))
    await log.append(somePreference({ answer: 'second' }))
    const before = await textOf(file)
    expect(await log.undo(undoer)).toMatchObject({ answer: 'second' })
    expect(log.answers().map(({ answer }) => answer)).toEqual(['first'])
    expect((await textOf(file)).startsWith(before)).toBe(true)
    expect((await openPreferenceLog(file)).answers()).toEqual(log.answers())
  })

  test('takes back a named answer, once', async () => {
    const log = await openPreferenceLog(memoryLogFile({ name: 'labels.jsonl', writer: 'w' }))
    await log.append(somePreference())
    await log.append(somePreference())
    await log.undo({ ...undoer, id: 'w-1' })
    expect(log.answers().map(({ id }) => id)).toEqual(['w-2'])
    await expect(log.undo({ ...undoer, id: 'w-1' })).rejects.toThrow(
      'labels.jsonl: there is no standing answer w-1 to undo.',
    )
  })

  test('of an empty log is refused', async () => {
    const log = await openPreferenceLog(memoryLogFile({ name: 'labels.jsonl' }))
    await expect(log.undo(undoer)).rejects.toThrow('labels.jsonl: there is no answer to undo.')
  })

  test('with a malformed time is refused before it could spoil the file', async () => {
    const file = memoryLogFile()
    const log = await openPreferenceLog(file)
    await log.append(somePreference())
    await expect(log.undo({ by: 'person:anna', at: 'now' })).rejects.toThrow('datetime')
    expect((await openPreferenceLog(file)).answers()).toHaveLength(1)
  })
})

describe('opening', () => {
  test('removes a torn last line, says so, and goes on', async () => {
    const file = memoryLogFile({ name: 'labels.jsonl' })
    await (await openPreferenceLog(file)).append(somePreference())
    const whole = await textOf(file)
    await file.append(Buffer.from('{"kind":"answ'))

    const log = await openPreferenceLog(file)
    expect(log.notes).toEqual([
      'labels.jsonl: the last line was cut off while it was written and never acknowledged; ' +
        'its 13 bytes were removed: "{\\"kind\\":\\"answ"',
    ])
    expect(await textOf(file)).toBe(whole)
    await log.append(somePreference())
    expect((await openPreferenceLog(file)).answers()).toHaveLength(2)
  })

  test('adds a missing last line break, so that the next answer has its own line', async () => {
    const file = memoryLogFile({ name: 'labels.jsonl' })
    await (await openPreferenceLog(file)).append(somePreference())
    await file.truncate((await file.read()).length - 1)

    const log = await openPreferenceLog(file)
    expect(log.notes).toEqual(['labels.jsonl: the last line had no line break; it was added.'])
    await log.append(somePreference())
    expect((await openPreferenceLog(file)).answers()).toHaveLength(2)
  })

  test('a log with garbage in the middle fails by line, leaves it alone and closes the file', async () => {
    const { file, inner, calls } = fragileFile()
    await inner.append(Buffer.from('garbage\n{"kind":"answ'))
    await expect(openPreferenceLog(file)).rejects.toThrow('labels.jsonl: line 1 is not JSON ("garbage")')
    expect(await textOf(inner)).toBe('garbage\n{"kind":"answ')
    expect(calls).toEqual(['close'])
  })
})

describe('a disk that is full', () => {
  const full = 'ENOSPC: no space left on device, write'

  test.each(['append', 'sync'] as const)('at %s: the answer is refused, what was written stays valid', async (call) => {
    const { file, inner, failing } = fragileFile()
    const log = await openPreferenceLog(file)
    await log.append(somePreference())
    const before = await textOf(inner)

    failing.set(call, full)
    await expect(log.append(somePreference())).rejects.toThrow(
      `labels.jsonl: this line was not saved (${full}). Everything before it is safe. Remove the cause, then answer again.`,
    )
    expect(log.answers()).toHaveLength(1)
    expect(await textOf(inner)).toBe(before)
  })

  test('goes on after room was made', async () => {
    const { file, failing } = fragileFile()
    const log = await openPreferenceLog(file)
    failing.set('append', full)
    await expect(log.append(somePreference())).rejects.toThrow(full)
    failing.clear()
    await log.append(somePreference())
    expect((await openPreferenceLog(file)).answers()).toHaveLength(1)
  })

  test('that cannot even be cleaned up refuses further lines, and the next opening repairs it', async () => {
    const { file, inner, failing } = fragileFile()
    const log = await openPreferenceLog(file)
    await log.append(somePreference())
    failing.set('append', full)
    failing.set('truncate', 'EIO: i/o error')
    await expect(log.append(somePreference())).rejects.toThrow(full)
    failing.clear()
    await expect(log.append(somePreference())).rejects.toThrow(
      'labels.jsonl: cannot write, what a failed write left behind could not be removed (EIO: i/o error); ' +
        'open it again to repair it.',
    )
    const again = await openPreferenceLog(inner)
    expect(again.answers()).toHaveLength(1)
    expect(again.notes[0]).toContain('was cut off')
  })

  test('never removes what somebody else wrote meanwhile', async () => {
    const { file, inner, failing } = fragileFile()
    const log = await openPreferenceLog(file)
    const other = await openPreferenceLog({ ...inner, writer: 'other' })
    await log.append(somePreference())
    await other.append(somePreference())
    failing.set('append', full)
    await expect(log.append(somePreference())).rejects.toThrow(full)
    expect(await textOf(inner)).toContain('"id":"other-1"')
    await expect(log.append(somePreference())).rejects.toThrow('somebody else wrote into it')
  })
})

test('a closed log refuses answers and closes its file once', async () => {
  const { file, calls } = fragileFile()
  const log = await openPreferenceLog(file)
  await log.close()
  await log.close()
  expect(calls).toEqual(['close'])
  await expect(log.append(somePreference())).rejects.toThrow('labels.jsonl: cannot write, it is closed.')
})

describe('a line that was given a name', () => {
  test('keeps it, and it is taken from then on', async () => {
    const log = await openPreferenceLog(memoryLogFile({ name: 'labels.jsonl', writer: 'w' }))
    await log.append(somePreference(), { id: 'w-1' })
    expect((await log.append(somePreference())).id).toBe('w-2')
    await expect(log.append(somePreference(), { id: 'w-1' })).rejects.toThrow(
      'labels.jsonl: there is a line w-1 already.',
    )
    expect(log.find('w-1')).toMatchObject({ kind: 'answer' })
    expect(log.find('w-3')).toBeUndefined()
  })

  test('is found after it was undone too', async () => {
    const log = await openPreferenceLog(memoryLogFile())
    await log.append(somePreference(), { id: 'a' })
    await log.undo({ ...undoer, id: 'a' }, { id: 'u' })
    expect(log.entries()).toEqual([])
    expect([log.find('a')?.kind, log.find('u')?.kind]).toEqual(['answer', 'undo'])
  })
})

describe('a ranking', () => {
  const ranking = {
    segments: ['a', 'b', 'c'].map((episode) => ({ episode, start: 0, length: 5 })),
    order: [[1], [0], [2]],
    shown: [0, 1, 2],
    by: 'person:anna',
    at: '2024-05-01T12:00:00.000Z',
    milliseconds: 10,
  }

  test('stands among the answers in its place, is read again, and is undone as a whole', async () => {
    const file = memoryLogFile({ writer: 'w' })
    const log = await openPreferenceLog(file)
    await log.append(somePreference())
    await log.appendRanking(ranking)
    await log.append(somePreference())
    const ids = ['w-1', 'w-2.1', 'w-2.2', 'w-2.3', 'w-3']
    expect(log.answers().map(({ id }) => id)).toEqual(ids)
    await log.close()

    const again = await openPreferenceLog(file)
    expect(again.answers()).toEqual(log.answers())
    await expect(again.undo({ ...undoer, id: 'w-2.1' })).rejects.toThrow('there is no standing answer w-2.1 to undo')
    expect(await again.undo({ ...undoer, id: 'w-2' })).toMatchObject({ kind: 'ranking', order: [[1], [0], [2]] })
    expect(again.answers().map(({ id }) => id)).toEqual(['w-1', 'w-3'])
  })
})
