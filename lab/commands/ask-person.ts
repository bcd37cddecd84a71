// What `start` and `train` do where a person answers: the page of the run, with a desk at it.

import type { Viewer } from '../../viewer/server/viewer.ts'
import type { Config } from '../config/schema.ts'
import { asksPerson } from '../config/teachers.ts'
import { UserError } from '../errors/user-error.ts'
import { usualInstructions } from '../labelling/instructions.ts'
import { runPage } from '../labelling/run-page.ts'
import type { TrainOptions } from '../run/train-options.ts'
import type { OptionValues } from './command.ts'
import { type ServePage, servePage } from './page.ts'
import { checkedAnnotator, type personOptions } from './person-options.ts'

export type PersonPage = Required<Pick<TrainOptions, 'viewer' | 'label'>>

/**
 * Served from when the run can ask, so that nobody finds an empty desk, to its end; shows runs like any other page.
 *
 * @returns nothing where no person is asked
 */
export function personPage(
  config: Config,
  page: ServePage,
  options: OptionValues<typeof personOptions>,
): PersonPage | undefined {
  if (!asksPerson(config)) return undefined
  const annotator = checkedAnnotator(options.annotator)
  const { instructions = usualInstructions(2) } = options
  let viewer: Viewer | undefined
  return {
    viewer: { publish: (run, event) => viewer?.publish(run, event) },
    async label(asked) {
      const { labelling, dispose } = await runPage(asked, { annotator, instructions })
      viewer = await servePage({ ...page, desk: labelling })
      return async () => {
        await viewer?.close()
        await dispose()
      }
    },
  }
}

/** @param typed options that only make sense where somebody is asked. @throws UserError when one was typed in vain */
export function refuseUnasked(config: Config, typed: Readonly<Record<string, unknown>>): void {
  if (asksPerson(config)) return
  const vain = Object.entries(typed).find(([, value]) => value !== undefined && value !== false)
  if (vain) {
    throw new UserError(
      `found --${vain[0]} with teacher=${config.teacher}, and nobody to ask at a page; expected it with teacher=person`,
    )
  }
}
