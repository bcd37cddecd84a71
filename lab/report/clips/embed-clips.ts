// Reads chosen clips and the viewer for them; the page of clips is built where that has not been done.

import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensurePage, PageMissingError } from '../../../viewer/server/page.ts'
import { UserError } from '../../errors/user-error.ts'
import type { Markup } from '../html.ts'
import type { ChosenClip } from './choose-clips.ts'
import { clipSection } from './clip-section.ts'

/** @returns nothing where nothing was chosen. @throws UserError where the viewer cannot be built */
export async function embedClips(chosen: readonly ChosenClip[], log: (line: string) => void): Promise<Markup[]> {
  if (chosen.length === 0) return []
  const viewer = await readFile(join(await pageFolder(log), 'clip.html'), 'utf8')
  const clips = chosen.map(({ title, file }) => ({ title, bytes: readFileSync(file) }))
  return [clipSection(clips, viewer)]
}

async function pageFolder(log: (line: string) => void): Promise<string> {
  try {
    return await ensurePage({ log })
  } catch (error) {
    if (!(error instanceof PageMissingError)) throw error
    throw new UserError(`${error.message}; for a report without clips, add --clips 0`, 'failed')
  }
}
