// The desk of a run that is under way, as the page's server needs it: clips from the run's recordings, the view of the reward
// model as it is just then.

import { readFileSync } from 'node:fs'
import type { OracleAnswer } from '../../rewards/quality/oracle-agreement.ts'
import { CONTROL_STEP } from '../../sim/control-step.ts'
import { decodeRecording } from '../../sim/recording-codec.ts'
import type { Labelling } from '../../viewer/server/labelling.ts'
import type { Asked } from '../run/train-options.ts'
import { deskPage } from './desk-page.ts'
import { recordedOracle } from './oracle.ts'
import { predictorOf } from './predictor.ts'
import { recordingLoader, type ShelvedEpisode } from './shelf.ts'

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

/** Reads the true rewards of an episode when the first answer about it is measured, and no others. */
function readingOracle(pathOf: (episode: string) => string): OracleAnswer {
  const known = new Map<string, Pick<ShelvedEpisode, 'id' | 'rewards'>>()
  const read = (id: string) => {
    const episode = known.get(id) ?? { id, rewards: decodeRecording(readFileSync(pathOf(id))).rewards }
    known.set(id, episode)
    return episode
  }
  return (answer) => recordedOracle([read(answer.first.episode), read(answer.second.episode)])(answer)
}
