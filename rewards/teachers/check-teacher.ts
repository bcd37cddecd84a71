// What every teacher that needs no person must keep. Run it on your own: it throws with all that it found.

import type { Evidence, RandomStream } from '../contract.ts'
import { preferenceSchema, type SegmentRef } from '../preference/preference.ts'
import type { TeacherContext } from './answer.ts'
import type { EvidenceSource } from './evidence-store.ts'
import { preferenceOf, type Question, type Reply, type Teacher } from './teacher.ts'

export type BuildTeacher = (setting: { evidence: EvidenceSource; random: RandomStream }) => Teacher

export class TeacherContractError extends Error {
  override readonly name = 'TeacherContractError'
  readonly problems: readonly string[]

  constructor(by: string, problems: readonly string[]) {
    super(`${by} breaks the contract of teachers: ${problems.join('; ')}.`)
    this.problems = problems
  }
}

/**
 * @param build makes the teacher over evidence that the checker controls
 * @param randomOf a stream for a seed
 * @throws TeacherContractError
 */
export async function checkTeacher(build: BuildTeacher, randomOf: (seed: number) => RandomStream): Promise<void> {
  const evidence = new PlainEvidence(randomOf(1))
  const examine: Examine = (questions, seed = 2) => ask(build({ evidence, random: randomOf(seed) }), questions)
  const by = build({ evidence, random: randomOf(2) }).by
  const problems: string[] = []
  for (const check of [wellFormed, repeatable, leavesEvidenceAlone, sideBlind, indifferentToCopies, prefersBetter]) {
    problems.push(...(await check({ examine, evidence, by })))
  }
  if (problems.length > 0) throw new TeacherContractError(by, problems)
}

type Examine = (questions: readonly Question[], seed?: number) => Promise<Reply[]>

interface Subject {
  readonly examine: Examine
  readonly evidence: PlainEvidence
  readonly by: string
}

const length = 8
const count = 600

async function ask(teacher: Teacher, questions: readonly Question[]): Promise<Reply[]> {
  const replies: Reply[] = []
  for (const question of questions) replies.push(await teacher.answer(question))
  return replies
}

async function wellFormed({ examine, evidence, by }: Subject): Promise<string[]> {
  const questions = evidence.questions(count)
  const replies = await examine(questions)
  const at = '2000-01-01T00:00:00Z'
  const results = replies.map((reply, i) =>
    preferenceSchema.safeParse(preferenceOf({ by } as Teacher, questions[i]!, reply, at)),
  )
  const issue = results.find(({ success }) => !success)?.error?.issues[0]
  return issue ? [`a reply is malformed at ${issue.path.join('.')}: ${issue.message}`] : []
}

async function repeatable({ examine, evidence }: Subject): Promise<string[]> {
  const questions = evidence.questions(count)
  const [once, again] = [answersOf(await examine(questions)), answersOf(await examine(questions))]
  return once.join() === again.join() ? [] : ['the same questions and random numbers gave other answers']
}

async function leavesEvidenceAlone({ examine, evidence }: Subject): Promise<string[]> {
  const before = evidence.checksum()
  await examine(evidence.questions(count))
  return evidence.checksum() === before ? [] : ['it changes the evidence that it is shown']
}

/** Which of the two is called first must not matter: `first` in one order is as frequent as `second` in the other. */
async function sideBlind({ examine, evidence }: Subject): Promise<string[]> {
  const questions = evidence.questions(count)
  const swapped = questions.map(({ first, second }) => ({ first: second, second: first }))
  const firsts = countOf(await examine(questions), 'first')
  const seconds = countOf(await examine(swapped, 3), 'second')
  return Math.abs(firsts - seconds) <= fiveSigma
    ? []
    : [`it says 'first' ${firsts} times, and 'second' ${seconds} times when swapped`]
}

async function indifferentToCopies({ examine, evidence }: Subject): Promise<string[]> {
  const copies = evidence.questions(count).map(({ first }) => ({ first, second: first }))
  const replies = await examine(copies)
  const [firsts, seconds] = [countOf(replies, 'first'), countOf(replies, 'second')]
  return Math.abs(firsts - seconds) <= fiveSigma
    ? []
    : [`of a segment and its copy it prefers one (${firsts} to ${seconds})`]
}

async function prefersBetter({ examine, evidence }: Subject): Promise<string[]> {
  const replies = await examine(Array.from({ length: count }, () => ({ first: evidence.good, second: evidence.bad })))
  const [firsts, seconds] = [countOf(replies, 'first'), countOf(replies, 'second')]
  return firsts > seconds ? [] : [`it prefers what is worse at every step (${seconds} of ${firsts + seconds})`]
}

/** Five deviations of the difference of two counts of fair coins. */
const fiveSigma = 5 * Math.sqrt(count / 2)

function answersOf(replies: readonly Reply[]): string[] {
  return replies.map(({ answer }) => answer)
}

function countOf(replies: readonly Reply[], wanted: string): number {
  return answersOf(replies).filter((answer) => answer === wanted).length
}

/** Episodes of one segment each with rewards from 0 to 1, and one that is best and one that is worst at every step. */
class PlainEvidence implements EvidenceSource {
  readonly good: SegmentRef = { episode: 'good', start: 0, length }
  readonly bad: SegmentRef = { episode: 'bad', start: 0, length }
  readonly #episodes = new Map<string, Float32Array>()
  readonly #random: RandomStream

  constructor(random: RandomStream) {
    this.#random = random
    this.#episodes.set('good', new Float32Array(length).fill(1))
    this.#episodes.set('bad', new Float32Array(length))
    for (let i = 0; i < count; i++) {
      this.#episodes.set(
        `${i}`,
        Float32Array.from({ length }, () => random.uniform(0, 1)),
      )
    }
  }

  questions(wanted: number): Question[] {
    const draw = (): SegmentRef => ({ episode: `${this.#random.integer(count)}`, start: 0, length })
    return Array.from({ length: wanted }, () => ({ first: draw(), second: draw() }))
  }

  segment({ episode }: SegmentRef): Evidence {
    const rewards = this.#episodes.get(episode)!
    return { rewards, terms: { progress: rewards } }
  }

  context(): TeacherContext {
    return { meanEpisodeReturn: length / 2, episodeLength: length }
  }

  checksum(): number {
    return [...this.#episodes.values()]
      .flatMap((values) => [...values])
      .reduce((sum, value, i) => sum + value * (i + 1), 0)
  }
}
