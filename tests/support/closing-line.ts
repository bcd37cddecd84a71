// The one line that a test run ends with, counted from the runner's own JSON report.

/** The part of Vitest's JSON report that is counted. */
export interface TestReport {
  readonly success: boolean
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/**
 * `12 passed, 0 failed`, and `, 1 skipped` where some did not run. A file that failed without a failed test, in loading
 * or in a hook, is one failure.
 */
export function closingLine(report: TestReport): string {
  const tests = report.testResults.flatMap((file) => file.assertionResults.map((test) => test.status))
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  const passed = tests.filter((status) => status === 'passed').length
  const failed = tests.filter((status) => status === 'failed').length + broken.length
  const skipped = tests.length + broken.length - passed - failed
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
