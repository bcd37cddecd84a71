// Writes a report, and for several runs its figures and tables beside it: report.html and report/.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { encodePng } from '../export/png.ts'
import { systemError } from '../files/system-error.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import { readRun } from '../run/read-run.ts'
import { figureSvg } from './chart/figure.ts'
import { pictureOf } from './chart/picture.ts'
import { runClips, studyClips } from './clips/choose-clips.ts'
import { embedClips } from './clips/embed-clips.ts'
import { renderReport } from './report.ts'
import { findStudy, isRun } from './study/find-runs.ts'
import { reportStudy } from './study/page.ts'
import { aggregateTable, arrivalTable, differenceTable, labelTable, taskTable } from './study/tables.ts'
import { csv } from './table/csv.ts'
import { latex } from './table/latex.ts'

export interface WrittenReport {
  readonly report: string
  readonly bytes: number
  /** Runs in it, and how many of them have finished. */
  readonly runs: number
  readonly finished: number
  /** Figures and tables beside it. */
  readonly files: readonly string[]
}

export interface WriteReportOptions {
  /** The page; default `report.html` in a single folder, or here for several. */
  readonly out?: string | undefined
  /** Most clips in the page. */
  readonly clips: number
  readonly log: (line: string) => void
}

export async function writeReport(folders: readonly string[], options: WriteReportOptions): Promise<WrittenReport> {
  const { out, clips, log } = options
  const [folder] = folders
  const file = out ?? (folders.length === 1 && folder !== undefined ? join(folder, 'report.html') : 'report.html')
  if (folders.length === 1 && folder !== undefined && isRun(folder)) return writeRunReport(folder, file, options)
  const study = findStudy(folders)
  const { results, figures, render } = reportStudy(study)
  const page = render(await embedClips(studyClips(study, clips), log))
  await writeAtomic(file, page)
  const tables = [
    aggregateTable(results),
    taskTable(results),
    differenceTable(results),
    arrivalTable(results),
    labelTable(results),
  ]
  const files = new Map<string, string | Uint8Array>()
  for (const { name, figure } of figures) {
    if (!figure.drawing) continue
    files.set(`${name}.svg`, figureSvg(figure, figure.drawing))
    files.set(`${name}.png`, encodePng(pictureOf(figure.drawing)))
  }
  for (const table of tables) {
    if (table.rows.length === 0) continue
    files.set(`${table.name}.csv`, csv(table))
    files.set(`${table.name}.tex`, latex(table))
  }
  return {
    report: file,
    bytes: Buffer.byteLength(page),
    runs: study.runs.length,
    finished: study.runs.filter(({ state }) => state === 'finished').length,
    files: await writeBeside(file, files),
  }
}

async function writeRunReport(
  folder: string,
  file: string,
  { clips, log }: WriteReportOptions,
): Promise<WrittenReport> {
  const run = readRun(folder)
  const page = renderReport(run, await embedClips(runClips(run, clips), log))
  await writeAtomic(file, page)
  return { report: file, bytes: Buffer.byteLength(page), runs: 1, finished: run.measured.final ? 1 : 0, files: [] }
}

async function writeBeside(file: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<string[]> {
  const folder = file.replace(/(\.html)?$/, file.endsWith('.html') ? '' : '-files')
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw systemError('create', folder, error)
  }
  const paths: string[] = []
  for (const [name, data] of files) {
    const path = join(folder, name)
    await writeAtomic(path, data)
    paths.push(path)
  }
  return paths
}
