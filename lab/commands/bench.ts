// rapref bench: how fast the parts are, on this machine.

import type { ExecutorChoice } from '../../agents/tensor/executors/choose.ts'
import { unknownName } from '../../sim/names.ts'
import { UserError } from '../errors/user-error.ts'
import { defineCommand, type Options, type OptionValues, type Outcome } from './command.ts'
import { renderTable } from './table.ts'

const options = {
  case: { kind: 'text', value: '<case>', describe: 'bench update: this case only' },
  device: { kind: 'text', value: '<device>', describe: 'bench update: on this device only' },
  explain: { kind: 'switch', describe: 'bench update: operator by operator, where the time on cpu goes' },
} as const satisfies Options

interface Request {
  readonly options: OptionValues<typeof options>
  report(line: string): void
}

type Bench = (request: Request) => Promise<Outcome>

const benches: Readonly<Record<string, Bench>> = {
  camera: async ({ report }) => table(await (await import('../bench/camera.ts')).benchCamera({ report })),
  sim: async ({ report }) => table(await (await import('../bench/sim.ts')).benchSim({ report })),
  transport: async ({ report }) => table(await (await import('../bench/transport.ts')).benchTransport({ report })),
  update: async ({ options: { case: name, device, explain }, report }) => {
    const { updateCases } = await import('../bench/update/cases.ts')
    const cases = updateCases.filter((each) => name === undefined || each.name === name)
    if (cases.length === 0) {
      const known = updateCases.map((each) => each.name)
      throw new UserError(unknownName('case', name ?? '', known))
    }
    const { executorChoices } = await import('../../agents/tensor/executors/choose.ts')
    if (device !== undefined && !executorChoices.includes(device as ExecutorChoice)) {
      throw new UserError(unknownName('device', device, executorChoices))
    }
    if (explain) return explanationsOf(cases, { device, report })
    const { benchUpdate } = await import('../bench/update.ts')
    return table(await benchUpdate({ cases, report, ...(device && { devices: [device] }) }))
  },
}

async function explanationsOf(
  cases: typeof import('../bench/update/cases.ts').updateCases,
  { device = 'cpu', report }: { readonly device?: string | undefined; report(line: string): void },
): Promise<Outcome> {
  if (device !== 'cpu')
    throw new UserError(`--explain reads the profile of cpu, found --device ${device}; leave it out`)
  const { describeExplanation, explainUpdate } = await import('../bench/update/explain.ts')
  const document = []
  for (const each of cases) {
    report(`explaining ${each.name}`)
    document.push(...(await explainUpdate(each)))
  }
  return { document, text: document.map(describeExplanation).join('\n\n') }
}

function table(rows: readonly object[]): Outcome {
  return { document: rows, text: renderTable(rows) }
}

export const bench = defineCommand({
  name: 'bench',
  summary: `Measure speed: ${Object.keys(benches).join(', ')}, or all of them`,
  example: 'rapref bench sim --json',
  words: { usage: '[name]', least: 0, most: 1 },
  options,

  async run({ words: [name], options, reporter }) {
    const request = { options, report: (text: string) => reporter.report({ kind: 'note', text }) }
    if (name !== undefined) {
      const chosen = benches[name]
      if (chosen === undefined) throw new UserError(unknownName('bench', name, Object.keys(benches)))
      if (name !== 'update') refuseUpdateOptions(options)
      return chosen(request)
    }
    refuseUpdateOptions(options)
    const outcomes: [string, Outcome][] = []
    for (const [each, run] of Object.entries(benches)) outcomes.push([each, await run(request)])
    return {
      document: Object.fromEntries(outcomes.map(([each, { document }]) => [each, document])),
      text: outcomes.map(([, { text }]) => text).join('\n\n'),
    }
  },
})

function refuseUpdateOptions(given: OptionValues<typeof options>): void {
  const name = (Object.keys(options) as (keyof typeof options)[]).find((each) => given[each])
  if (name !== undefined)
    throw new UserError(`--${name} belongs to bench update; type rapref bench update --${name} ...`)
}
