// Entry of a process that serves a desk over recordings, so that a test can kill it. Arguments: recordings, log, port,
// budget, folder of the page. Prints its port when it listens.

import { openLabelling } from '../../lab/labelling/open-labelling.ts'
import { startViewer } from '../../viewer/server/viewer.ts'

const [place = '', out = '', port = '', budget = '', pageFolder = place] = process.argv.slice(2)
const log = (line: string) => process.stderr.write(`${line}\n`)
const labelling = await openLabelling({
  ...{ place, out, budget: Number(budget), segment: 10, clips: 2, repeats: 0.1 },
  ...{ annotator: 'anna', instructions: 'Which is better?', log },
})
const viewer = await startViewer({ port: Number(port), pageFolder, desk: labelling.page, log })
process.stdout.write(`port ${viewer.port}\n`)
