// The plan of a run that transferred labels, in transfer.json: what the report draws.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Alignment } from '../../../rewards/alignment/align.ts'
import { type IndexedLabel, sourceScores } from '../../../rewards/alignment/source-labels.ts'
import { targetScores } from '../../../rewards/alignment/transfer.ts'
import { UserError } from '../../errors/user-error.ts'
import type { RunFolder } from '../../run/run-folder.ts'
import type { Side, Sides } from './side.ts'

const FILE = 'transfer.json'

const sideSchema = z.object({
  task: z.string(),
  /** Segments in the order of the plan, and how good labels say that each is: from 0 to 1. */
  segments: z.array(z.object({ episode: z.string(), start: z.number(), length: z.number(), score: z.number() })),
})

const transferSchema = z.object({
  source: sideSchema,
  target: sideSchema,
  /** P[i|j]: share of each source segment in each target segment, a row for each source segment. */
  weights: z.array(z.array(z.number())),
  /** The most certain matches, as places of source and target segments, and the clips of their episodes. */
  matches: z.array(
    z.object({
      source: z.number(),
      target: z.number(),
      weight: z.number(),
    }),
  ),
})

export type TransferRecord = z.output<typeof transferSchema>

export interface KeptTransfer {
  readonly alignment: Alignment
  readonly sides: Sides
  readonly labels: readonly IndexedLabel[]
}

export async function keepTransfer(run: RunFolder, { alignment, sides, labels }: KeptTransfer): Promise<void> {
  const { rows, columns, values } = alignment.plan.plan
  const round = (value: number) => Number(value.toFixed(5))
  const side = ({ data, tracks }: Side, scores: Float64Array) => ({
    task: data.task,
    segments: tracks.map(({ ref }, index) => ({ ...ref, score: round(scores[index]!) })),
  })
  const record: TransferRecord = {
    source: side(sides.source, sourceScores(labels, rows)),
    target: side(sides.target, targetScores(alignment.transfer, columns)),
    weights: Array.from({ length: rows }, (_, i) =>
      Array.from(values.subarray(i * columns, (i + 1) * columns), (mass) => round(mass * columns)),
    ),
    matches: bestMatches(alignment).map(({ weight, ...places }) => ({ ...places, weight: round(weight) })),
  }
  await run.write(FILE, JSON.stringify(record))
}

export interface Match {
  readonly source: number
  readonly target: number
  /** P[source | target]. */
  readonly weight: number
}

/** Shown to people. */
const MATCHES = 4

/** The matches with most weight, no segment in two of them. */
export function bestMatches({ plan: { plan } }: Pick<Alignment, 'plan'>): Match[] {
  const { columns, values } = plan
  const found: Match[] = []
  const order = Array.from(values.keys()).sort((one, other) => values[other]! - values[one]!)
  for (const at of order) {
    const [source, target] = [Math.floor(at / columns), at % columns]
    if (found.some((match) => match.source === source || match.target === target)) continue
    found.push({ source, target, weight: values[at]! * columns })
    if (found.length === MATCHES) break
  }
  return found
}

/** @param path the run's folder. @returns undefined where no labels were transferred */
export function readTransfer(path: string): TransferRecord | undefined {
  const file = join(path, FILE)
  if (!existsSync(file)) return undefined
  try {
    return transferSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new UserError(`${file} is damaged; expected what rapref wrote when it transferred labels`, 'failed')
  }
}
