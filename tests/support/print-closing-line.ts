// Run by tests/run.sh after Vitest: prints the closing line of the report that it names.

import { readFileSync } from 'node:fs'
import { closingLine, type TestReport } from './closing-line.ts'

const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('found no path; type print-closing-line.ts <report.json>')
const report = JSON.parse(readFileSync(path, 'utf8')) as TestReport
process.stdout.write(`${closingLine(report)}\n`)
process.exitCode = report.success && report.testResults.length > 0 ? 0 : 1
