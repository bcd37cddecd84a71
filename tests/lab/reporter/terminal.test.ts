import { expect, test } from 'vitest'
import { chooseStyle } from '../../../lab/reporter/style.ts'
import { terminalReporter } from '../../../lab/reporter/terminal.ts'
import { Screen } from '../../support/screen.ts'
import { someProgress } from '../../support/some-progress.ts'

function terminal(columns = 100) {
  const screen = new Screen()
  const clock = { milliseconds: 0 }
  const reporter = terminalReporter({
    write: (text) => screen.write(text),
    now: () => clock.milliseconds,
    columns: () => columns,
    style: chooseStyle({ isTTY: true }, {}),
  })
  return { screen, clock, reporter }
}

const progress = { kind: 'progress', ...someProgress } as const
const panel = [
  '  learning            ███████░░░░░░░░░░░░░░░░░   412,000 of 1,500,000 steps, 8,212/s',
  '  teacher             250 of 500 labels   reward accuracy 93%',
  '  policy              success 84%',
  '  time                1 min 20 s left',
]

test('the panel is redrawn in place, and notes stay above it', () => {
  const { screen, clock, reporter } = terminal()
  reporter.report(progress)
  clock.milliseconds = 200
  reporter.report(progress)
  reporter.report({ kind: 'note', text: 'checkpoint written' })
  expect(screen.lines).toEqual(['  checkpoint written', ...panel])
})

test('a phase is shown at once, in its place', () => {
  const { screen, reporter } = terminal()
  reporter.report({ kind: 'phase', name: 'preparing' })
  expect(screen.lines.map((line) => line.trim())).toEqual(['preparing'])
  reporter.report(progress)
  reporter.report({ kind: 'phase', name: 'fitting the reward' })
  expect(screen.lines).toEqual([panel[0]!.replace('learning          ', 'fitting the reward'), ...panel.slice(1)])
})

test('the panel goes when the job is done', () => {
  const { screen, reporter } = terminal()
  reporter.report(progress)
  reporter.report({ kind: 'note', text: 'kept' })
  reporter.report({ kind: 'done' })
  expect(screen.lines).toEqual(['  kept'])
})

test('a flood of progress is drawn at most ten times a second', () => {
  const { screen, clock, reporter } = terminal()
  const steps: number[] = []
  for (clock.milliseconds = 0; clock.milliseconds < 1000; clock.milliseconds += 5) {
    reporter.report({ ...progress, steps: clock.milliseconds, stepBudget: null })
    steps.push(Number(/([\d,]+) steps/.exec(screen.lines[0]!)![1]))
  }
  expect(new Set(steps).size).toBe(10)
})

test('no line is wider than the terminal, and rows without words are left out', () => {
  const { screen, reporter } = terminal(40)
  reporter.report({ ...progress, labelBudget: 0, rewardAccuracy: null, success: null })
  expect(screen.lines.length).toBe(2)
  for (const line of screen.lines) expect(line.length).toBeLessThan(40)
})
