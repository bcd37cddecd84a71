// A writer to be killed by log-file.test.ts: appends answers until it fails, and prints the id of each acknowledged one.
// A failure is printed too, and ends it.

import { writeSync } from 'node:fs'
import { openLogFile } from '../../../lab/files/log-file.ts'
import { openPreferenceLog } from '../../../rewards/preference/log.ts'
import { somePreference } from '../../rewards/preference/some-preference.ts'

const path = process.argv[2] ?? ''
const standardOutput = 1

try {
  const log = await openPreferenceLog(await openLogFile(path))
  for (;;) {
    const { id } = await log.append(somePreference())
    writeSync(standardOutput, `${id}\n`)
  }
} catch (error) {
  writeSync(standardOutput, `failed: ${error instanceof Error ? error.message : error}\n`)
}
