// Questions about episodes of a real task, with an insight as a reward model would give it.

import { recordEpisode } from '../../envs/record.ts'
import { makeEnv } from '../../envs/registry.ts'
import type { Recording } from '../../sim/recording.ts'
import type { LabelClip, LabelInsight } from '../../viewer/protocol/label.ts'
import { clipFrame } from '../../viewer/server/clip-frame.ts'
import type { FakeQuestion } from './fake-desk.ts'

const steps = 60
/** Seconds of a control step. */
const stepSeconds = 1 / 80

/** The expert's actions made smaller: the same start and four outcomes. */
export async function episodes(
  task = 'drawer-open',
  shares: readonly number[] = [1, 0.6, 0.3, 0],
): Promise<Recording[]> {
  const recordings: Recording[] = []
  for (const share of shares) {
    const env = await makeEnv(task, { horizon: steps })
    recordings.push(
      await recordEpisode(env, () => env.expert().map((value) => value * share), { seed: 7, policy: `${share}` }),
    )
    env.dispose()
  }
  return recordings
}

interface QuestionOptions {
  readonly id: string
  /** From left to right. */
  readonly recordings: readonly Recording[]
  readonly fair?: boolean
}

/** Members are numbered from right to left, so that a page that confuses sides and members is caught. */
export function questionOf({ id, recordings, fair = true }: QuestionOptions): FakeQuestion {
  const last = recordings.length - 1
  const clips = recordings.map((recording, place) => {
    const summary = { id: `${id}-${place}`, task: recording.task, checkpoint: '', steps: 0, seed: 7, success: false }
    const frame = clipFrame('r', summary, recording)
    if (frame === undefined) throw new Error('the episode has poses')
    return { ...frame, successAt: null }
  })
  const parts: LabelClip[] = clips.map(({ run, clip }, place) => ({
    member: last - place,
    address: { run, clip: clip.id },
    start: 0,
    length: steps,
    seconds: steps * stepSeconds,
  }))
  const question = { id, task: recordings[0]?.task ?? '', clips: parts, fair }
  return { question, clips, insight: insightOf(id, [...recordings].reverse()) }
}

/** @param recordings by member */
function insightOf(question: string, recordings: readonly Recording[]): LabelInsight {
  return {
    question,
    prediction: recordings.length === 2 ? { first: 0.17, uncertainty: 0.06 } : null,
    clips: recordings.map((recording, member) => {
      const mean = [...recording.rewards].map((reward, i) => reward / 10 + Math.sin(i / 9) / 20)
      return {
        member,
        reward: { mean, deviation: mean.map((_, i) => 0.03 + i / 900) },
        terms: recording.terms.names.map((name, i) => ({
          name,
          values: mean.map((_, step) => recording.terms.values[step * recording.terms.names.length + i] ?? 0),
        })),
      }
    }),
  }
}
