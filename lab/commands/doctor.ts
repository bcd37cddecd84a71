// rapref doctor: what works on this machine, and what to type where something does not.

import { defineCommand, noWords } from './command.ts'

export const doctor = defineCommand({
  name: 'doctor',
  summary: 'Try out what works on this machine, and say what to type where something does not',
  example: 'rapref doctor',
  words: noWords,
  options: { runs: { kind: 'text', value: '<folder>', describe: 'Where runs would be kept; default runs' } },

  async run({ options: { runs = 'runs' } }) {
    const { examine } = await import('../doctor/examine.ts')
    const { renderDiagnosis } = await import('../doctor/render.ts')
    const document = await examine(runs)
    return { document, text: renderDiagnosis(document) }
  },
})
