// The desk of a run that is under way, as the page's server needs it: clips from the run's recordings, the view of the reward
// model as it is just then.

import { CONTROL_STEP } from '../../sim/control-step.ts'
import type { Labelling } from '../../viewer/server/labelling.ts'
import type { Asked } from '../run/train-options.ts'
import { deskPage } from './desk-page.ts'
import { predictorOf } from './predictor.ts'
import { readingOracle } from './reading-oracle.ts'
import { recordingLoader } from './shelf.ts'

export interface RunPage {
  readonly labelling: Labelling
  dispose(): Promise<void>
}

export async function runPage(
  { run, desk, reward }: Asked,
  words: Pick<Labelling, 'annotator' | 'instructions'>,
): Promise<RunPage> {
  const { config } = run
  const pathOf = (episode: string) => run.file(`recordings/${episode}.rec`)
  const predictor = await predictorOf({ config, reward })
  const labelling = deskPage({
    ...{ desk, predictor, ...words },
    shelf: { load: recordingLoader(pathOf), stepSeconds: () => config.actionRepeat * CONTROL_STEP },
    oracle: readingOracle(pathOf),
  })
  return { labelling, dispose: () => predictor.dispose() }
}
