// Sections of a README that are written by a command, between two comments:
//
//   <!-- results: teachers conditions -->
//   <!-- end of results -->

import { nearest } from '../../../sim/names.ts'
import { UserError } from '../../errors/user-error.ts'
import type { ResultFile } from './result-file.ts'
import { resultTable, type TableStyle, tableStyles } from './result-tables.ts'

const END = '<!-- end of results -->'
const section = /(<!-- results: *([\w-]+)(?: +([\w-]+))? *-->\n)([\s\S]*?)(?=<!-- (?:results:|end of results -->)|$)/g

export interface MarkedSections {
  /** The README as it should be. */
  readonly text: string
  /** Names of the files of results that it shows. */
  readonly shown: readonly string[]
  /** Of those whose table was another. */
  readonly changed: readonly string[]
}

/** @throws UserError for a section without an end, of no known results, or in no known style */
export function fillMarkedSections(readme: string, results: ReadonlyMap<string, ResultFile>): MarkedSections {
  const [shown, changed]: [string[], string[]] = [[], []]
  const text = readme.replace(
    section,
    (whole: string, begin: string, name: string, style: string, body: string, at: number) => {
      if (!readme.startsWith(END, at + whole.length))
        throw new UserError(`the section "${begin.trim()}" has no "${END}"`)
      const table = `\n${resultTable(find(results, name), styleNamed(style))}\n\n`
      shown.push(name)
      if (table !== body) changed.push(name)
      return begin + table
    },
  )
  return { text, shown, changed }
}

function find(results: ReadonlyMap<string, ResultFile>, name: string): ResultFile {
  const found = results.get(name)
  if (found) return found
  const known = [...results.keys()]
  const [guess] = nearest(name, known, 1)
  throw new UserError(
    `the README shows results "${name}", which are not there${guess === undefined ? '' : `; did you mean "${guess}"?`}`,
  )
}

function styleNamed(name: string = tableStyles[0]): TableStyle {
  const style = tableStyles.find((each) => each === name)
  if (style) return style
  throw new UserError(`the README shows results in the style "${name}"; expected one of ${tableStyles.join(', ')}`)
}
