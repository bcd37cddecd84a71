import { expect, test } from 'vitest'
import { chooseReporter } from '../../../lab/reporter/choose.ts'
import { chooseStyle } from '../../../lab/reporter/style.ts'

function output(isTTY: boolean) {
  const said: string[] = []
  return { isTTY, said, columns: 80, write: (text: string) => said.push(text) }
}

function phaseSaid(request: { tty: boolean; json?: boolean; env?: Record<string, string> }) {
  const stdout = output(request.tty)
  const stderr = output(request.tty)
  const reporter = chooseReporter({ stdout, stderr, env: request.env ?? {}, json: request.json ?? false })
  reporter.report({ kind: 'phase', name: 'Learning' })
  return { stdout: stdout.said.join(''), stderr: stderr.said.join('') }
}

test('a terminal gets a panel in colours, anything else plain lines', () => {
  expect(phaseSaid({ tty: true }).stdout).toBe('  \x1b[2mLearning            \x1b[22m\n')
  expect(phaseSaid({ tty: true, env: { NO_COLOR: '1' } }).stdout).toBe('  Learning            \n')
  expect(phaseSaid({ tty: false }).stdout).toBe('[0:00] Learning\n')
  expect(phaseSaid({ tty: true, env: { CI: 'true' } }).stdout).toBe('[0:00] Learning\n')
})

test('for a program, nothing goes to standard output', () => {
  expect(phaseSaid({ tty: false, json: true })).toEqual({ stdout: '', stderr: '[0:00] Learning\n' })
})

test('colours are for terminals that want them', () => {
  expect(chooseStyle({ isTTY: true }, {}).bad('x')).toBe('\x1b[31mx\x1b[39m')
  expect(chooseStyle({ isTTY: true }, { NO_COLOR: '1' }).bad('x')).toBe('x')
  expect(chooseStyle({ isTTY: true }, { TERM: 'dumb' }).bad('x')).toBe('x')
  expect(chooseStyle({}, {}).strong('x')).toBe('x')
})
