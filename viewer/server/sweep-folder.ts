// What a sweep knows of its runs, as it writes it into its folder: the plan (sweep/plan.json), and a small file for each
// run that failed. Runs that have no folder yet are known from here alone.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Settings } from '../protocol/run.ts'

export interface PlannedRun {
  /** Names its files in the sweep's folder. */
  readonly id: string
  readonly task: string
  readonly method: string
  readonly seed: number
  readonly settings: Settings
}

export interface SweepFolder {
  /** By the names of their run folders. */
  readonly planned: ReadonlyMap<string, PlannedRun>
  /** Why a run failed, in one line, by its id. */
  readonly failed: ReadonlyMap<string, string>
  /** @returns whether the plan changed, and which runs failed or are tried again, since the last look */
  look(): { readonly replanned: boolean; readonly turned: readonly string[] }
  /** What a run said. */
  logOf(id: string): string
}

/** A folder of this name holds no runs. */
export const sweepsOwn = 'sweep'

const scalar = z.union([z.string(), z.number(), z.boolean()])
const planSchema = z.object({
  base: z.object({ method: z.string() }).partial().catch({}),
  runs: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      task: z.string(),
      seed: z.number(),
      settings: z.record(z.string(), z.unknown()),
    }),
  ),
})
const failedSchema = z.object({ message: z.string() })

export function sweepFolder(folder: string): SweepFolder {
  const inside = (...names: readonly string[]) => join(folder, sweepsOwn, ...names)
  const failed = new Map<string, string>()
  let planned: ReadonlyMap<string, PlannedRun> = new Map()
  let planAt = 0
  let failedAt = 0

  function lookAtPlan(): boolean {
    const changedAt = timeOf(inside('plan.json'))
    if (changedAt === planAt) return false
    const read = changedAt === 0 ? new Map<string, PlannedRun>() : readPlan(inside('plan.json'))
    // Torn or of another version: looked at again when it changes.
    planAt = changedAt
    if (read === undefined) return false
    planned = read
    return true
  }

  function lookAtFailed(): readonly string[] {
    const changedAt = timeOf(inside('failed'))
    if (changedAt === failedAt) return []
    failedAt = Date.now() - changedAt > settleMilliseconds ? changedAt : 0
    const now = new Set(namesIn(inside('failed')))
    const turned = [...failed.keys()].filter((id) => !now.has(id))
    for (const id of turned) failed.delete(id)
    for (const id of now) {
      if (failed.has(id)) continue
      failed.set(id, messageIn(inside('failed', `${id}.json`)))
      turned.push(id)
    }
    return turned
  }

  return {
    get planned() {
      return planned
    },
    failed,
    look: () => ({ replanned: lookAtPlan(), turned: lookAtFailed() }),
    logOf: (id) => inside('logs', `${id}.log`),
  }
}

/** Changes so soon after a look may bear the same time. */
const settleMilliseconds = 2000

function readPlan(path: string): ReadonlyMap<string, PlannedRun> | undefined {
  try {
    const { base, runs } = planSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    return new Map(
      runs.map(({ id, name, task, seed, settings }) => {
        const plain = Object.entries(settings).map(([key, value]) => [key, plainOf(value)] as const)
        const method = typeof settings.method === 'string' ? settings.method : (base.method ?? 'unknown')
        return [name, { id, task, seed, method, settings: Object.fromEntries(plain) }]
      }),
    )
  } catch {
    return undefined
  }
}

function plainOf(value: unknown): string | number | boolean {
  return scalar.safeParse(value).data ?? JSON.stringify(value)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : []))
  } catch {
    return []
  }
}

function messageIn(path: string): string {
  try {
    return failedSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).message
  } catch {
    return 'failed'
  }
}

/** 0 where there is nothing. */
function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
