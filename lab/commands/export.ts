// rapref export: what a run made, in other people's formats.

import { unknownName } from '../../sim/names.ts'
import { UserError } from '../errors/user-error.ts'
import type { ExportDocument } from '../export/document.ts'
import { defineCommand } from './command.ts'

export const exporting = defineCommand({
  name: 'export',
  summary:
    "Write a run's policy as ONNX, a recording as a video, a GIF or one HTML page, or a dataset as HDF5, Minari or npz",
  example: 'rapref export runs/first-try --to mp4 --camera front --size 640x480',
  words: { usage: '<run, recording or dataset>', least: 1, most: 1 },
  options: {
    to: {
      kind: 'text',
      value: '<format>',
      describe: 'onnx of a run; mp4, gif or html of a recording; hdf5, minari or npz of a dataset',
    },
    out: { kind: 'text', value: '<file>', describe: 'Default beside what is exported' },
    layout: {
      kind: 'text',
      value: '<name>',
      describe: 'hdf5: d4rl, robomimic; npz: d4rl, and with --labels cpl, bpref, preference-transformer',
    },
    labels: { kind: 'text', value: '<labels.jsonl>', describe: 'Of npz: answers about the episodes' },
    clip: { kind: 'text', value: '<id>', describe: "Which of a run's recordings; default the newest" },
    size: { kind: 'text', value: '<pixels>', describe: 'Of mp4 and gif, such as 640x480; default 448' },
    camera: {
      kind: 'text',
      value: '<view>',
      describe: 'Of mp4 and gif: front, side, top, wrist, corner ...; default front',
    },
  },

  async run({ words: [path = ''], options: { to, ...options }, reporter }) {
    const { formats } = await import('../export/formats.ts')
    const known = Object.keys(formats)
    if (to === undefined) throw new UserError(`found no format, expected one; type --to ${known.join(' or --to ')}`)
    const write = formats[to]
    if (!write) throw new UserError(unknownName('format', to, known))
    const document = await write({ path, ...options, log: (text) => reporter.report({ kind: 'note', text }) })
    return { document, text: sentence(document) }
  },
})

function sentence({ file, bytes, frames, framesPerSecond }: ExportDocument): string {
  const written = `wrote ${file} (${bytes.toLocaleString('en-US')} bytes)`
  if (frames === undefined || framesPerSecond === undefined) return written
  return `${written}: ${frames} frames, ${framesPerSecond.toFixed(1)} frames/s`
}
