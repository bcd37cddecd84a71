// Entry of a process that trains a smoke-sized run which asks a person, so that a test can kill it. Arguments: folder of runs,
// name, port, `new` or `resume`, folder of the page or nothing, settings. Prints its port when somebody can answer, and its summary at the end.

import { runPage } from '../../lab/labelling/run-page.ts'
import { train } from '../../lab/training/train.ts'
import { loadEngine } from '../../sim/engine.ts'
import { startViewer } from '../../viewer/server/viewer.ts'
import { quiet, reopen, smokeRun } from './smoke-run.ts'

const [folder = '', name = '', port = '', begin = '', page = '', ...settings] = process.argv.slice(2)
const say = (what: string, value: unknown) => process.stdout.write(`${what} ${JSON.stringify(value)}\n`)
const log = (line: string) => process.stderr.write(`${line}\n`)
await loadEngine()
const run = begin === 'resume' ? reopen(folder, name) : await smokeRun(folder, name, ['teacher=person', ...settings])
const summary = await train({
  ...{ run, reporter: quiet, signal: new AbortController().signal },
  async label(asked) {
    const { labelling, dispose } = await runPage(asked, { annotator: 'anna', instructions: 'Which is better?' })
    const viewer = await startViewer({ port: Number(port), pageFolder: page || folder, desk: labelling, log })
    say('port', viewer.port)
    return async () => {
      await viewer.close()
      await dispose()
    }
  },
})
run.close()
say('summary', summary)
