// Writes the README's tables again from the results that are kept with the code.

import { fileURLToPath } from 'node:url'
import { readText } from '../../files/read-text.ts'
import { writeAtomic } from '../../files/write-atomic.ts'
import { fillMarkedSections } from './marked-sections.ts'
import { readResultFiles } from './result-file.ts'

/** Of this package. */
export const readmePath = fileURLToPath(new URL('../../../README.md', import.meta.url))
export const resultsFolder = fileURLToPath(new URL('../../sweeps/results', import.meta.url))

export interface WrittenReadme {
  readonly readme: string
  readonly shown: readonly string[]
  readonly changed: readonly string[]
}

export async function writeReadme(): Promise<WrittenReadme> {
  const { text, shown, changed } = fillMarkedSections(readText(readmePath), readResultFiles(resultsFolder))
  if (changed.length > 0) await writeAtomic(readmePath, text)
  return { readme: readmePath, shown, changed }
}
