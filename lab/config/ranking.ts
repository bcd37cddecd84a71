// What matters most in a task: the order of its own in lab/presets/rankings/, or the one that a configuration gives.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { UserError } from '../errors/user-error.ts'
import { linearReward } from '../methods/linear-reward.ts'
import { parseYaml } from './layers.ts'
import type { Config } from './schema.ts'
import { ranksFactors } from './teachers.ts'

const folder = new URL('../presets/rankings/', import.meta.url)
const extension = '.yaml'
const fileSchema = z.strictObject({ order: z.array(z.string().min(1)).min(1) })

type Ranked = Pick<Config, 'task' | 'order' | 'ranking'>

/** Tasks that have a ranking of their own. */
export function rankedTasks(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length))
    .sort()
}

/** Whether the order of factors decides anything in this run. */
export function usesRanking(config: Config): boolean {
  return ranksFactors(config) || config.method === linearReward.id
}

/** @returns undefined where the task has none */
export function taskOrder(task: string): readonly string[] | undefined {
  const file = new URL(`${task}${extension}`, folder)
  if (!existsSync(file)) return undefined
  const name = `rankings/${task}${extension}`
  const read = fileSchema.safeParse(parseYaml(readFileSync(file, 'utf8'), name))
  if (read.success) return read.data.order
  throw new UserError(`${name}: ${read.error.issues[0]!.message}; expected "order:" and a list of factors`)
}

/**
 * The order before two levels change places.
 *
 * @throws UserError where neither the configuration nor the task has one
 */
export function orderOf({ task, order }: Ranked): readonly string[] {
  const found = order ?? taskOrder(task)
  if (found) return found
  throw new UserError(
    `there is no order of factors, and ${task} has no ranking of its own (${rankedTasks().join(', ')} have); ` +
      'type order=[open, near], for example, with terms of the task',
  )
}
