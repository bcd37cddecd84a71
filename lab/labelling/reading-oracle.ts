// An oracle that reads the true rewards of an episode when the first answer about it is measured, and no others.

import { existsSync, readFileSync } from 'node:fs'
import type { OracleAnswer } from '../../rewards/quality/oracle-agreement.ts'
import { decodeRecording } from '../../sim/recording-codec.ts'
import { recordedOracle } from './oracle.ts'

/** Says nothing where a recording is gone. @param pathOf where an episode's lies */
export function readingOracle(pathOf: (episode: string) => string): OracleAnswer {
  const known = new Map<string, Float32Array>()
  const read = (id: string) => {
    const path = pathOf(id)
    const rewards = known.get(id) ?? (existsSync(path) ? decodeRecording(readFileSync(path)).rewards : undefined)
    if (rewards === undefined) return []
    known.set(id, rewards)
    return [{ id, rewards }]
  }
  return (answer) => recordedOracle([...read(answer.first.episode), ...read(answer.second.episode)])(answer)
}
