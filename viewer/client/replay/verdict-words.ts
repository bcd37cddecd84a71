// What simulating again found, in words. Pure.

import type { Recording } from '../../../sim/recording.ts'
import { count, seconds } from '../dom/format.ts'
import { endOfStep } from './recorded-clip.ts'
import type { Answer } from './resimulate.ts'

export interface VerdictWords {
  readonly tone: 'good' | 'trouble' | 'plain'
  readonly title: string
  readonly details: string
  /** Where to look, in seconds of the clip. */
  readonly at: number | undefined
}

const things = { state: 'the state', reward: 'the reward', success: 'success', length: 'the length' } as const

export function verdictWords(recording: Recording, answer: Answer): VerdictWords {
  if (!answer.ok) {
    return { tone: 'trouble', title: 'Cannot be simulated', details: answer.problem, at: undefined }
  }
  const { verdict, milliseconds } = answer
  switch (verdict.verdict) {
    case 'identical': {
      const took = seconds(milliseconds / 1000)
      const details = `All ${count(verdict.steps)} steps came out bit for bit the same, simulated here in ${took}.`
      return { tone: 'good', title: '✓ Happens again', details, at: undefined }
    }
    case 'other-engine': {
      const details = `It was recorded with ${verdict.expected}; this page has ${verdict.found}, which computes otherwise.`
      return { tone: 'plain', title: 'Another physics build', details, at: undefined }
    }
    case 'differs': {
      const { step, what } = verdict
      const at = endOfStep(recording, step)
      const { every } = recording.hashes
      const checked = what === 'state' && every > 1 ? ` The state is compared every ${every} steps.` : ''
      const [found, expected] = [readable(verdict.found), readable(verdict.expected)]
      const details = `${seconds(at)} after the start, ${things[what]} is ${found}; recorded was ${expected}.${checked}`
      const title = `✗ Differs from step ${count(step + 1)} of ${count(recording.rewards.length)}`
      return { tone: 'trouble', title, details, at }
    }
  }
}

/** Numbers as far as they can differ in a recording. */
function readable(value: string): string {
  const number = Number(value)
  return /^-?\d+\.\d+/.test(value) ? String(Number(number.toPrecision(7))) : value
}
