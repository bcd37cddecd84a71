// rapref label: the page on which people say which of two clips is better.

import { once } from 'node:events'
import { dirname, join, resolve } from 'node:path'
import type { LabelQuality } from '../../viewer/protocol/label.ts'
import { usualInstructions } from '../labelling/instructions.ts'
import type { OpenLabelling } from '../labelling/open-labelling.ts'
import type { Reporter } from '../reporter/reporter.ts'
import { defineCommand } from './command.ts'
import { pageOptions } from './page-options.ts'
import { checkedAnnotator, personOptions } from './person-options.ts'

export const label = defineCommand({
  name: 'label',
  summary: 'Ask people which clip is better, on a page, until Ctrl-C; go on where the log ends',
  example: 'rapref label recordings --budget 100 --open',
  words: { usage: '<run or recordings>', least: 1, most: 1 },
  options: {
    ...pageOptions,
    ...personOptions,
    budget: { kind: 'integer', value: '<n>', range: [1, 1_000_000], describe: 'Answers to collect; default 100' },
    segment: {
      kind: 'integer',
      value: '<steps>',
      range: [1, 10_000],
      describe: 'Decisions in a clip; default as the run asked, or two seconds',
    },
    clips: {
      kind: 'integer',
      value: '<n>',
      range: [2, 4],
      describe: 'In a question: 2 to compare, 3 or 4 to rank; default 2',
    },
    repeats: {
      kind: 'integer',
      value: '<percent>',
      range: [0, 50],
      describe: 'Questions asked again unannounced, to measure agreement with oneself; default 10',
    },
    out: { kind: 'text', value: '<file>', describe: 'The log; default labels.jsonl beside the recordings' },
  },

  async run({ words: [place = ''], options, reporter, signal }) {
    const { isRun, openLabelling } = await import('../labelling/open-labelling.ts')
    const { servePage } = await import('./page.ts')
    const log = (text: string) => reporter.report({ kind: 'note', text })
    const { budget = 100, clips = 2, repeats = 10, segment } = options
    // A run's own labels.jsonl belongs to its training.
    const out = options.out ?? join(place, isRun(place) ? 'labels-person.jsonl' : 'labels.jsonl')
    const { instructions = usualInstructions(clips) } = options
    const annotator = checkedAnnotator(options.annotator)
    const request = { place, out, budget, segment, clips, repeats: repeats / 100, annotator, instructions, log }
    const labelling = await openLabelling(request)
    try {
      const viewer = await servePage({ options, runs: dirname(resolve(place)), desk: labelling.page, log })
      tellProgress(labelling, reporter)
      if (!signal.aborted) await once(signal, 'abort')
      await viewer.close()
      return outcome(labelling, out)
    } finally {
      await labelling.close()
    }
  },
})

function tellProgress({ desk }: OpenLabelling, reporter: Reporter): void {
  const tell = () => {
    const { answered, skipped, wanted } = desk.progress()
    const done = wanted !== null && answered >= wanted ? '; that is all, Ctrl-C to close' : ''
    reporter.report({ kind: 'note', text: `${answered} of ${wanted} answered, ${skipped} skipped${done}` })
  }
  tell()
  const every = 25
  desk.subscribe(({ kind }) => {
    const { answered, wanted } = desk.progress()
    if (kind === 'answered' && (answered % every === 0 || answered === wanted)) tell()
  })
}

function outcome(labelling: OpenLabelling, log: string) {
  const quality: LabelQuality = labelling.quality()
  const { answered, skipped, measures } = quality
  const lines = [`${answered} answers and ${skipped} skipped questions in ${log}`, ...measures.map(({ text }) => text)]
  return { document: { log, answered, skipped, measures }, text: lines.join('\n') }
}
