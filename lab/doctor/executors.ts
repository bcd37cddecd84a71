// Which executors work here, tried in a process of their own: a driver that prints or crashes does so there.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { executors } from '../../agents/tensor/executors/executors.ts'
import type { Finding } from './finding.ts'

export interface ExecutorExamination {
  /** @default all of them */
  readonly ids?: readonly string[]
  /** Prints a finding a line for each id it is given. @default tries them out */
  readonly program?: string
}

const allIds = executors.map(({ executor }) => executor.id)
const probing = fileURLToPath(new URL('./probe-executors.ts', import.meta.url))

export async function examineExecutors(options: ExecutorExamination = {}): Promise<Finding[]> {
  const { ids = allIds, program = probing } = options
  const findings: Finding[] = []
  while (findings.length < ids.length) {
    const left = ids.slice(findings.length)
    const { found, end } = await probe(program, left)
    findings.push(...found)
    const crashed = left[found.length]
    if (crashed !== undefined) {
      findings.push({ id: crashed, usable: false, why: `ends the process that tries it (${end}); use another device` })
    }
  }
  return findings
}

async function probe(program: string, ids: readonly string[]): Promise<{ found: Finding[]; end: string }> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const child = spawn(process.execPath, ['--import', loader, program, ...ids], {
    stdio: ['ignore', 'pipe', 'ignore'],
    // Not the tsconfig of whatever folder it is started in.
    env: { ...process.env, TSX_TSCONFIG_PATH: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) },
  })
  const closed = once(child, 'close')
  const found: Finding[] = []
  for await (const line of createInterface({ input: child.stdout })) found.push(JSON.parse(line))
  const [code, signal] = await closed
  return { found, end: signal ?? `exit code ${code}` }
}
