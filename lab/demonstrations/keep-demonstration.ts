// Demonstrations that people sent from the page: each is simulated again, and kept as a file only where it happens again
// bit for bit.

import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { verifyRecording } from '../../envs/record.ts'
import type { Recording } from '../../sim/recording.ts'
import type { Verdict } from '../../sim/verify.ts'
import type { KeepDemonstration } from '../../viewer/server/demonstrations.ts'
import { systemError } from '../files/system-error.ts'
import { writeAtomic } from '../files/write-atomic.ts'

export const demonstrationsFolder = 'demonstrations'

/** Four minutes; simulating it again keeps the server busy for seconds. */
const mostSteps = 20_000

/** @param folder where `demonstrations/` is made for the first one */
export function demonstrationKeeper(folder: string): KeepDemonstration {
  return async (recording, bytes) => {
    const fault = await faultOf(recording)
    if (fault !== undefined) return { kept: false, said: `not kept: ${fault}` }
    const place = join(folder, demonstrationsFolder)
    makeFolder(place)
    const file = join(place, nameOf(recording, bytes))
    await writeAtomic(file, bytes)
    return { kept: true, said: `Happens again here too; kept as ${file}` }
  }
}

async function faultOf(recording: Recording): Promise<string | undefined> {
  const { length } = recording.rewards
  if (length === 0 || length > mostSteps) return `found ${length} steps, expected 1 to ${mostSteps}`
  try {
    return wordsOf(await verifyRecording(recording))
  } catch (error) {
    // A task that is none, options or actions that are refused: the sender's business.
    if (error instanceof TypeError || error instanceof ReferenceError) throw error
    return error instanceof Error ? error.message : String(error)
  }
}

function wordsOf(verdict: Verdict): string | undefined {
  switch (verdict.verdict) {
    case 'identical':
      return undefined
    case 'other-engine':
      return `it was recorded with ${verdict.expected}, this server has ${verdict.found}`
    case 'differs':
      return `simulated again, ${verdict.what} differs at step ${verdict.step}: found ${verdict.found}, expected ${verdict.expected}`
  }
}

/** The same bytes have the same name: what is sent twice is kept once. */
function nameOf({ task, seed }: Recording, bytes: Uint8Array): string {
  return `${task}-${seed}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.rec`
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    throw systemError('create', path, error)
  }
}
