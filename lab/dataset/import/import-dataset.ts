// Somebody's file becomes a dataset as `rapref record --mix` writes it: whole, or not at all.

import { join } from 'node:path'
import type { BoxSpace, EnvOptions } from '../../../envs/contract.ts'
import { makeEnv } from '../../../envs/registry.ts'
import { encodeLogLines } from '../../../rewards/preference/log-lines.ts'
import { packageVersion } from '../../../viewer/server/package-version.ts'
import { UserError } from '../../errors/user-error.ts'
import { writeAtomic } from '../../files/write-atomic.ts'
import { LABELS_FILE } from '../labels-file.ts'
import { type DatasetPart, writeManifest } from '../manifest.ts'
import { writeWholeFolder } from '../whole-folder.ts'
import { writePart } from '../write-dataset.ts'
import { checkFits } from './check-fits.ts'
import { type FoundDataset, findDataset } from './found-dataset.ts'

export interface ImportRequest {
  /** The file, or Minari's folder. */
  readonly path: string
  /** Of files that others wrote; rapref's say it themselves. */
  readonly task: string | undefined
  /** Of files that others wrote. By default no episode is longer than the horizon. */
  readonly options: Partial<EnvOptions>
  /** Created once the task and the layout are known; must not exist. */
  readonly folderOf: (found: { readonly task: string; readonly layout: string }) => string
  /** Who gave answers, where the file does not say: `person:<name>` or `teacher:<name>`; and when (ISO 8601). */
  readonly by: string
  readonly at: string
}

/** What `rapref import --json` answers. */
export interface ImportDocument {
  readonly from: string
  readonly layout: string
  readonly folder: string
  readonly task: string
  readonly parts: readonly Pick<DatasetPart, 'name' | 'episodes' | 'steps' | 'successAny' | 'return'>[]
  /** Preferences about the episodes, in the folder's labels.jsonl. */
  readonly answers: number
  /** What was missing and how that was met, one sentence each. */
  readonly notes: readonly string[]
}

/** @throws UserError naming what is missing, of wrong size or no number, or the task that it does not fit */
export async function importDataset(request: ImportRequest): Promise<ImportDocument> {
  const { path } = request
  let setting: Setting | undefined
  const found = await findDataset(path, async (about) => {
    setting = await settingOf(request, about)
    return { observation: setting.observationSize, action: setting.actionSpace.low.length }
  })
  const { task, ...widths } = setting!
  checkFits(found, { path, task, ...widths })
  const options = found.about === undefined ? lasting(request, widths.options, found) : widths.options
  const folder = request.folderOf({ task, layout: found.layout })
  const parts = await writeWholeFolder(folder, (aside) => write(aside, { request, found, task, options }))
  return {
    ...{ from: path, layout: found.layout, folder, task },
    parts: parts.map(({ name, episodes, steps, successAny, return: sum }) => {
      return { name, episodes, steps, successAny, return: sum }
    }),
    ...{ answers: found.answers.length, notes: found.notes },
  }
}

interface Setting {
  readonly task: string
  readonly options: EnvOptions
  readonly observationSize: number
  readonly actionSpace: BoxSpace
}

async function settingOf(
  { path, task: typed, options }: ImportRequest,
  about: FoundDataset['about'],
): Promise<Setting> {
  const task = typed ?? about?.task
  if (task === undefined) {
    throw new UserError(`${path} does not say which task it is of; type --task, such as --task drawer-open`)
  }
  if (about !== undefined && task !== about.task) {
    throw new UserError(`${path} is of ${about.task}, found --task ${task}; leave it out`)
  }
  const [needless] = about === undefined ? [] : Object.keys(options)
  if (needless !== undefined) throw new UserError(`${path} says its ${needless} itself; leave that option out`)
  const env = await makeEnv(task, about?.options ?? options)
  try {
    const { observationSpace, actionSpace } = env
    return { task, options: env.options, observationSize: observationSpace.low.length, actionSpace }
  } finally {
    env.dispose()
  }
}

/** With a horizon that the longest episode reaches. */
function lasting({ options: typed, path }: ImportRequest, options: EnvOptions, { episodes }: FoundDataset): EnvOptions {
  const longest = episodes.reduce((most, { steps }) => Math.max(most, steps), 0) * options.actionRepeat
  const horizon = typed.horizon ?? longest
  if (longest <= horizon) return { ...options, horizon }
  throw new UserError(`${path} has an episode of ${longest} control steps, found --horizon ${horizon}; leave it out`)
}

interface Writing {
  readonly request: ImportRequest
  readonly found: FoundDataset
  readonly task: string
  readonly options: EnvOptions
}

async function write(folder: string, { request, found, task, options }: Writing): Promise<DatasetPart[]> {
  const { observationSize, actionSize, termNames, episodes, about, answers, layout } = found
  const width = { observationSize, actionSize, termNames: [...termNames] }
  const names = [...new Set(episodes.map(({ part }) => part))]
  const parts: DatasetPart[] = []
  for (const [index, name] of names.entries()) {
    const origin = about?.origins.find((each) => each.name === name) ?? { name, policy: layout, noise: 0 }
    const mine = episodes.filter(({ part }) => part === name)
    parts.push(await writePart({ folder, index, about: origin, width, options, episodes: mine }))
  }
  const made = { rapref: packageVersion(), engine: about?.engine ?? null, source: request.path }
  if (answers.length > 0) await writeAtomic(join(folder, LABELS_FILE), logOf(answers, request))
  await writeManifest(folder, { ...made, task, options, ...width, parts })
  return parts
}

function logOf(answers: FoundDataset['answers'], { by, at }: ImportRequest): Uint8Array {
  return encodeLogLines(
    answers.map((each, index) => {
      return { kind: 'answer', id: `${index}`, left: 'first', milliseconds: 0, by, at, ...each } as const
    }),
  )
}
