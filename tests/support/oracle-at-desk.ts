// Somebody at a desk who knows the true rewards from the recordings, and answers when told to.

import { readFileSync } from 'node:fs'
import type { Desk } from '../../rewards/preference/desk.ts'
import type { DeskQuestion } from '../../rewards/preference/desk-question.ts'
import { opaqueId } from '../../rewards/preference/opaque-id.ts'
import type { Answer, SegmentRef } from '../../rewards/preference/preference.ts'
import { answer } from '../../rewards/teachers/answer.ts'
import { namedTeachers } from '../../rewards/teachers/named.ts'
import { randomStream } from '../../sim/random.ts'
import { decodeRecording } from '../../sim/recording-codec.ts'

/** What the oracle says about the two segments of a question. @param fileOf path of an episode's recording */
export function oracleAnswer(
  { segments: [first, second] }: Pick<DeskQuestion, 'segments'>,
  fileOf: (episode: string) => string,
): Answer {
  const evidence = ({ episode, start, length }: SegmentRef) => {
    const { rewards } = decodeRecording(readFileSync(fileOf(episode)))
    return { rewards: rewards.subarray(start, start + length), terms: {} }
  }
  return answer({
    ...{ first: evidence(first!), second: evidence(second!) },
    teacher: namedTeachers.oracle,
    context: { meanEpisodeReturn: 0, episodeLength: 1 },
    random: randomStream(1, 'oracle-at-desk'),
  })
}

export interface OracleAtDesk {
  /** Answers so many questions, or as many as are offered; returns how many. */
  answer(most: number): Promise<number>
  /** Takes back the newest answer. */
  undo(): Promise<void>
}

/** @param name of the person; answers and seats are named after it */
export function oracleAtDesk(desk: Desk, name: string, fileOf: (episode: string) => string): OracleAtDesk {
  const by = `person:${name}`
  const given: string[] = []
  desk.sit({ seat: name, by })

  return {
    async answer(most) {
      for (let count = 0; count < most; count++) {
        const [question] = desk.offer(name).questions
        if (!question) return count
        const id = `${name}-${given.length + 1}`
        const reply = await desk.give({
          ...{ kind: 'answer', id, by, question: question.id, milliseconds: 1500 },
          shown: question.shown,
          answer: oracleAnswer(question, fileOf),
        })
        if (reply.kind !== 'saved') throw new Error(`not saved: ${JSON.stringify(reply)}`)
        given.push(id)
      }
      return most
    },
    async undo() {
      const answer = given.at(-1)!
      const reply = await desk.give({ kind: 'undo', id: `${answer}-undone`, by, answer, seat: name })
      if (reply.kind !== 'undone') throw new Error(`not undone: ${JSON.stringify(reply)}`)
    },
  }
}

/** Questions of a run that asks a person, by their names at the desk, those of repetitions too; read anew each time. */
export function questionNamed(run: string, id: string): DeskQuestion {
  const lines = readFileSync(`${run}/questions.jsonl`, 'utf8').trim().split('\n')
  const questions: DeskQuestion[] = lines.map((line) => JSON.parse(line))
  const found = questions.find((question) => [question.id, opaqueId('again', question.id)].includes(id))
  if (!found) throw new Error(`nobody asks ${id}`)
  return found
}
