// What `start` and `train` do where a person answers: the page of the run, with a desk at it.

import type { Viewer } from '../../viewer/server/viewer.ts'
import type { Config } from '../config/schema.ts'
import { asksPerson } from '../config/teachers.ts'
import { UserError } from '../errors/user-error.ts'
import { usualInstructions } from '../labelling/instructions.ts'
import { runPage } from '../labelling/run-page.ts'
import type { TrainOptions } from '../run/train-options.ts'
import type { OptionValues } from './command.ts'
import { checkedAnnotator, type personOptions } from './person-options.ts'

/** Asks at a page that is served already, once the run has something to ask. */
export function askAt(viewer: Viewer, options: OptionValues<typeof personOptions>): NonNullable<TrainOptions['label']> {
  const annotator = checkedAnnotator(options.annotator)
  const { instructions = usualInstructions(2) } = options
  return async (asked) => {
    const page = await runPage(asked, { annotator, instructions })
    const closeDesk = viewer.openDesk(page.labelling)
    return async () => {
      closeDesk()
      await page.dispose()
    }
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
