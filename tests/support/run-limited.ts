// Runs one call in a process of its own that may not write files above a size: a full disk that a test can make anywhere.

import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

interface LimitedCall {
  readonly kilobytes: number
  /** Path from the repository's root. */
  readonly module: string
  /** Statements; the module's exports are called `room` there. */
  readonly call: string
}

/** @returns what it printed: the error as `Name: message` where it failed. */
export async function runLimited({ kilobytes, module, call }: LimitedCall): Promise<string> {
  const script = `
    const room = await import(${JSON.stringify(resolve(module))})
    try { ${call} } catch (error) { console.log(error.name + ': ' + error.message) }
    process.exit()`
  const shell = `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$0" --import tsx --input-type=module -e "$1"`
  // No cache: it would be written under the same limit.
  const env = { ...process.env, TSX_DISABLE_CACHE: '1' }
  const child = spawn('bash', ['-c', shell, process.execPath, script], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  await new Promise((resolve) => child.on('close', resolve))
  return said.trim()
}
