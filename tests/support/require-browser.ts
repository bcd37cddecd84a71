// Run by tests/run.sh before the tests: finds or installs the browser that they drive, or ends with the line that says
// what to install.

import { findBrowser } from './browser.ts'

try {
  process.stdout.write(`browser: ${await findBrowser()}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
