// The machine that this process runs on.

import { cpus, totalmem } from 'node:os'
import { z } from 'zod'

export const machineSchema = z.object({
  system: z.string(),
  processor: z.string(),
  cores: z.number(),
  memoryGiB: z.number(),
})

export type Machine = z.output<typeof machineSchema>

export function thisMachine(): Machine {
  return {
    system: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round((totalmem() / 2 ** 30) * 10) / 10,
  }
}
