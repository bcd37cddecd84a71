// What is worth knowing about a pair of clips at a glance.

import type { ClipFrame } from '../../protocol/frames.ts'
import type { ClipSummary } from '../../protocol/run.ts'
import { seconds } from '../dom/format.ts'
import { sameStart } from './choice.ts'

export interface Badge {
  readonly text: string
  readonly tone: 'good' | 'plain' | 'warning'
  readonly explanation: string
}

export function pairBadge(left: ClipSummary | undefined, right: ClipSummary | undefined): Badge | undefined {
  if (left === undefined || right === undefined) return undefined
  if (left.task !== right.task) {
    return { text: 'Different tasks', tone: 'warning', explanation: 'The two clips cannot be compared directly' }
  }
  return sameStart(left, right)
    ? {
        text: 'Same start',
        tone: 'good',
        explanation: 'Both episodes begin with the same seed: same objects, same goal',
      }
    : { text: 'Different starts', tone: 'warning', explanation: 'The episodes begin with different seeds' }
}

/** @param time where the clock stands: success is not told before it happens. */
export function outcomeBadge({ clip, successAt }: Pick<ClipFrame, 'clip' | 'successAt'>, time: number): Badge {
  if (!clip.success || successAt === null) {
    return { text: 'No success', tone: 'plain', explanation: 'The task is not solved in this episode' }
  }
  const explanation = `The task is solved ${seconds(successAt)} after the start`
  const text = time >= successAt ? 'Success' : `Success at ${seconds(successAt)}`
  return { text, tone: time >= successAt ? 'good' : 'plain', explanation }
}
