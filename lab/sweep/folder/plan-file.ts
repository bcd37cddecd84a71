// The plan of a sweep as a file: workers and readers need nothing else to know what the runs are.

import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { UserError } from '../../errors/user-error.ts'
import { systemError } from '../../files/system-error.ts'
import { writeAtomic } from '../../files/write-atomic.ts'
import { scalarSchema } from '../file/schema.ts'
import type { SweepPlan } from '../plan/planned.ts'
import { sweepLayout } from './layout.ts'

const planSchema: z.ZodType<SweepPlan> = z.object({
  question: z.string(),
  source: z.string(),
  base: z.record(z.string(), z.unknown()),
  builds: z.object({ version: z.string(), engine: z.string() }),
  varied: z.array(z.string()),
  runs: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      condition: z.string(),
      task: z.string(),
      seed: z.number(),
      settings: z.record(z.string(), scalarSchema),
      rung: z.number().optional(),
    }),
  ),
})

/** Makes what is missing; what is there stays. */
export function makeSweepFolder(out: string): void {
  const { running, finished, failed, logs } = sweepLayout(out)
  for (const folder of [running, finished, failed, logs]) {
    try {
      mkdirSync(folder, { recursive: true })
    } catch (error) {
      throw systemError('create', folder, error)
    }
  }
}

/** @param source the text of the sweep file */
export async function writePlan(out: string, plan: SweepPlan, source: string): Promise<void> {
  const layout = sweepLayout(out)
  await writeAtomic(layout.source, source)
  await writeAtomic(layout.plan, `${JSON.stringify(plan)}\n`)
}

export function isSweep(path: string): boolean {
  return existsSync(sweepLayout(path).plan)
}

/** @throws UserError where there is none, or a damaged one */
export function readPlan(out: string): SweepPlan {
  const { plan: path } = sweepLayout(out)
  if (!existsSync(path)) {
    throw new UserError(`found no sweep in ${out} (no ${path}); to begin one, type: rapref sweep <file.yaml>`)
  }
  try {
    return planSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new UserError(`${path} is damaged; type rapref sweep <file.yaml> again to write it anew`, 'failed')
  }
}
