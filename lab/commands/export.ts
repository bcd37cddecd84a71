// rapref export: what a run made, in other people's formats.

import { unknownName } from '../../sim/names.ts'
import { UserError } from '../errors/user-error.ts'
import { defineCommand } from './command.ts'

export const exporting = defineCommand({
  name: 'export',
  summary: "Write a run's policy for other programs: ONNX that any runtime runs, also in Python and in a page",
  example: 'rapref export runs/first-try --to onnx --out policy.onnx',
  words: { usage: '<run>', least: 1, most: 1 },
  options: {
    to: { kind: 'text', value: '<format>', describe: 'onnx' },
    out: { kind: 'text', value: '<file>', describe: 'Default policy.onnx in the run' },
  },

  async run({ words: [path = ''], options: { to, out } }) {
    const { formats } = await import('../export/formats.ts')
    const known = Object.keys(formats)
    if (to === undefined) throw new UserError(`found no format, expected one; type --to ${known.join(' or --to ')}`)
    const write = formats[to]
    if (!write) throw new UserError(unknownName('format', to, known))
    const document = await write(path, out)
    return { document, text: `wrote ${document.file} (${document.bytes.toLocaleString('en-US')} bytes)` }
  },
})
