// The rows of the run chooser: tasks and methods, the configurations of each, and their runs. Pure.

import type { RunSummary } from '../../protocol/run.ts'
import { type Configuration, configurationsOf, differingSettings, settingsText } from './groups.ts'

export type ChooserRow =
  | { readonly kind: 'heading'; readonly key: string; readonly text: string; readonly runs: readonly RunSummary[] }
  | {
      readonly kind: 'configuration'
      readonly key: string
      readonly text: string
      readonly open: boolean
      readonly runs: readonly RunSummary[]
    }
  | {
      readonly kind: 'run'
      readonly key: string
      readonly text: string
      readonly run: RunSummary
      readonly level: 2 | 3
    }

/** With more runs than this, configurations are closed until a person opens them. */
const openUpTo = 60

export interface ChooserState {
  /** Configurations that a person opened or closed, by key. */
  readonly turned: ReadonlySet<string>
}

export function chooserRows(runs: readonly RunSummary[], { turned }: ChooserState): readonly ChooserRow[] {
  const openAtFirst = runs.length <= openUpTo
  return headingsOf(configurationsOf(runs)).flatMap(({ text, configurations }) => {
    const names = differingSettings(configurations)
    const heading = { kind: 'heading', key: text, text, runs: configurations.flatMap(({ runs }) => runs) } as const
    return [
      heading,
      ...configurations.flatMap((each) =>
        rowsOf(each, settingsText(each.settings, names), openAtFirst !== turned.has(each.key)),
      ),
    ]
  })
}

function headingsOf(configurations: readonly Configuration[]) {
  const headings = new Map<string, Configuration[]>()
  for (const each of configurations) {
    const text = `${each.task} · ${each.method}`
    headings.set(text, [...(headings.get(text) ?? []), each])
  }
  return [...headings].map(([text, configurations]) => ({ text, configurations }))
}

function rowsOf({ key, runs }: Configuration, settings: string, open: boolean): readonly ChooserRow[] {
  const [only] = runs
  if (runs.length === 1 && only !== undefined) {
    return [
      {
        kind: 'run',
        key: only.id,
        text: [settings, `seed ${only.seed}`].filter(Boolean).join(', '),
        run: only,
        level: 2,
      },
    ]
  }
  const text = settings || 'one configuration'
  const inner = runs.map((run) => ({ kind: 'run', key: run.id, text: `seed ${run.seed}`, run, level: 3 }) as const)
  return [{ kind: 'configuration', key, text, open, runs }, ...(open ? inner : [])]
}
