import { expect, test } from 'vitest'
import { UserError } from '../../../lab/errors/user-error.ts'
import { systemError } from '../../../lab/files/system-error.ts'

test('a known refusal is put into words with what to do', () => {
  const cause = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  const error = systemError('write to', 'runs/a/labels.jsonl', cause)
  expect(error).toBeInstanceOf(UserError)
  expect(error.kind).toBe('failed')
  expect(error.cause).toBe(cause)
  expect(error.message).toBe('Cannot write to runs/a/labels.jsonl: the disk is full; make room and try again (ENOSPC).')
})

test('an unknown refusal keeps the words of the system', () => {
  const cause = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' })
  expect(systemError('read', 'x', cause).message).toBe('Cannot read x: EIO: i/o error, read.')
})

test('a failure that does not come from the system is passed on in its own words', () => {
  expect(systemError('open', 'x', new Error('odd')).message).toBe('Cannot open x: odd.')
})
