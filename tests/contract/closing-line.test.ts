import { describe, expect, test } from 'vitest'
import { closingLine } from '../support/closing-line.ts'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
})

describe('the closing line of a test run', () => {
  test('counts what passed and what failed over all files', () => {
    const testResults = [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')]
    expect(closingLine({ success: false, testResults })).toBe('3 passed, 1 failed')
  })

  test('counts a file that could not be loaded as a failure', () => {
    expect(closingLine({ success: false, testResults: [file('passed', 'passed'), file('failed')] })).toBe(
      '1 passed, 1 failed',
    )
  })

  test('counts a file that failed before its tests as a failure', () => {
    expect(closingLine({ success: false, testResults: [file('failed', 'skipped', 'skipped')] })).toBe(
      '0 passed, 1 failed, 2 skipped',
    )
  })

  test('says how many tests did not run', () => {
    const testResults = [file('passed', 'passed', 'skipped', 'todo')]
    expect(closingLine({ success: true, testResults })).toBe('1 passed, 0 failed, 2 skipped')
  })
})
