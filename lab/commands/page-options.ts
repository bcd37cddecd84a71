// Options of the commands that serve the page.

import type { Options } from './command.ts'

export const pageOptions = {
  port: {
    kind: 'integer',
    value: '<port>',
    range: [0, 65_535],
    describe: 'Of the page; 0 is any free one; default 8000 or the next free one',
  },
  host: {
    kind: 'text',
    value: '<address>',
    describe: 'Who may connect; default 127.0.0.1, this machine alone; others need the whole address',
  },
  open: { kind: 'switch', describe: 'Open the page in the browser' },
} as const satisfies Options
