// What an offline run has measured of its labels and its reward, also before it was last resumed: both are made once.

import { readRun } from '../../run/read-run.ts'
import type { RunFolder } from '../../run/run-folder.ts'
import type { RunSummary } from '../../run/summary.ts'

type Figures = Pick<
  RunSummary,
  'rewardSpearman' | 'heldOutLabelAccuracy' | 'transferAccuracy' | 'confidentTransferAccuracy'
>

export function offlineFigures({ path }: RunFolder): Figures {
  const { rewards, correlations, transfer } = readRun(path).measured
  return {
    rewardSpearman: correlations.at(-1)?.spearman ?? null,
    heldOutLabelAccuracy: rewards.at(-1)?.heldOutAccuracy ?? null,
    ...(transfer && { transferAccuracy: transfer.accuracy, confidentTransferAccuracy: transfer.keptAccuracy }),
  }
}
