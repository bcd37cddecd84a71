// The keys of a sweep file: types, defaults, limits and help from this one declaration.

import { z } from 'zod'
import { count, positive, share } from '../../../agents/settings.ts'

export const scalarSchema = z.union([z.string(), z.number(), z.boolean()])
const settings = z.record(z.string(), z.unknown())

const range = z.strictObject({
  from: z.number().describe('Least value'),
  to: z.number().describe('Greatest value'),
  scale: z
    .enum(['linear', 'log'])
    .default('linear')
    .describe('Where the draws are even: in the value or its logarithm'),
  whole: z.boolean().default(false).describe('Whether to round to whole numbers'),
})

const random = z.strictObject({
  count: count(1, 100_000).describe('Draws'),
  seed: z.int().min(0).default(1).describe('Decides the draws'),
  draw: z
    .record(z.string(), z.union([z.array(scalarSchema).min(1), range]))
    .describe('For each key a list of choices, or {from, to, scale: linear|log, whole}'),
})

const local = z
  .strictObject({
    slots: count(1, 1024).optional().describe('Runs at a time; default as many as cores and memory allow'),
    memory: positive(1024).default(0.75).describe('GiB that one run may need, until runs have shown what they need'),
  })
  .prefault({})

const slurm = z
  .strictObject({
    partition: z.string().optional().describe('Default the cluster chooses'),
    time: z.string().default('04:00:00').describe('Limit of one job, as sbatch reads it; runs go on in another'),
    memory: positive(1024).default(2).describe('GiB of one job'),
    cores: count(1, 1024).default(1).describe('Cores of one job'),
    runsPerJob: count(1, 1000).default(1).describe('Runs that one job does one after another'),
    atOnce: count(1, 100_000).optional().describe('Most jobs at a time'),
    warning: count(1, 3600).default(60).describe('Seconds before its end that a job is told to write a checkpoint'),
    arguments: z.array(z.string()).default([]).describe('More for sbatch, such as --account=robots'),
  })
  .prefault({})

const halving = z.strictObject({
  budget: z.enum(['steps', 'labels', 'minutes']).describe('The key whose value grows from rung to rung'),
  rungs: z.array(z.number().positive()).min(2).describe('Its values, growing'),
  keep: share().default(0.5).describe('Share of the conditions that goes on to the next rung'),
  significance: share()
    .default(0.05)
    .describe('Also dropped: what is worse than the best by the paired test at this level'),
  test: z
    .enum(['wilcoxon', 'bootstrap'])
    .default('wilcoxon')
    .describe('How conditions are compared, paired over seeds and tasks'),
})

export const sweepFileSchema = z.strictObject({
  preset: z.string().describe('What every run starts from: a preset, or a .yaml file beside this one'),
  out: z.string().min(1).describe('The folder of the sweep, from where rapref is typed'),
  set: settings.default({}).describe('Settings of every run: key: value'),
  conditions: z
    .record(z.string(), settings.nullable())
    .optional()
    .describe('What is compared: a name and its settings each; they win over set'),
  list: z.array(settings).min(1).optional().describe('Settings that go together, one alternative each'),
  grid: z.record(z.string(), z.array(scalarSchema).min(1)).default({}).describe('key: list; every combination is run'),
  random: random.optional().describe('Settings drawn at random: count, seed, draw'),
  seeds: z
    .union([count(1, 100_000), z.array(z.int().min(0)).min(1)])
    .optional()
    .describe('Seeds of every combination: a list, or how many from 1'),
  exclude: z
    .array(z.record(z.string(), z.union([scalarSchema, z.array(scalarSchema)])))
    .default([])
    .describe('Combinations to leave out: key: value or list of values; condition: name'),
  halving: halving.optional().describe('Successive halving: conditions that lag are dropped early'),
  onFailure: z.enum(['continue', 'stop']).default('continue').describe('What a failed run means for those that wait'),
  executor: z.enum(['local', 'slurm']).default('local').describe('Who runs them'),
  local: local.describe('This machine: slots, memory'),
  slurm: slurm.describe('A cluster: partition, time, memory, cores, runsPerJob, atOnce, warning, arguments'),
})

export type SweepFile = z.output<typeof sweepFileSchema>
export type Scalar = z.output<typeof scalarSchema>
export type Settings = Readonly<Record<string, unknown>>
export type ExecutorName = SweepFile['executor']

/** Keys with what they mean, for help and errors. */
export const sweepKeys: ReadonlyMap<string, string> = new Map(
  Object.entries(sweepFileSchema.shape).map(([key, schema]) => [key, schema.description ?? '']),
)
