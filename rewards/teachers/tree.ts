// A teacher that ranks factors and decides by the first that tells two segments apart, and says which that was.

import { type Factor, factorValue, factorWords } from '../factors/factor.ts'
import { isConstant, marginOf, noSpread, type Spread, widened } from '../factors/spread.ts'
import type { Reason } from '../preference/preference.ts'
import type { EvidenceSource } from './evidence-store.ts'
import type { LearningTeacher, Reply, Teacher } from './teacher.ts'

export interface Verdict {
  readonly answer: 'first' | 'second' | 'equal'
  /** Which level decided, and by how much; absent where none did. */
  readonly reason?: Reason
}

/** What a level says of two segments. */
export interface Level {
  /** The factor as it is written. */
  readonly factor: string
  /** Its values on both segments, more being better. */
  readonly values: readonly [number, number]
  /** In the factor's unit. */
  readonly margin: number
}

/**
 * The first level whose values differ by more than its margin prefers the larger; where none does, it is a tie.
 *
 * @source Bukharin et al. 2023 (HERON)
 */
export function decide(levels: readonly Level[]): Verdict {
  for (const [index, { factor, values, margin }] of levels.entries()) {
    const difference = values[0] - values[1]
    if (Math.abs(difference) <= margin) continue
    const reason = { level: index + 1, factor, difference: Math.abs(difference), margin }
    return { answer: difference > 0 ? 'first' : 'second', reason }
  }
  return { answer: 'equal' }
}

/** Segments of which none was different before a factor counts as constant. */
const CONSTANT_AFTER = 40

export interface TreeOptions {
  /** Most important first. */
  readonly factors: readonly Factor[]
  /** What becomes of a tie: `skip` teaches nothing, `equal` that both are alike. */
  readonly ties: 'skip' | 'equal'
  readonly evidence: EvidenceSource
}

/** The running deviations follow every segment that is shown, before it is judged. */
export class TreeTeacher implements LearningTeacher<readonly Spread[]> {
  readonly by = 'teacher:tree'
  readonly #options: TreeOptions
  #spreads: Spread[]
  readonly #told = new Set<string>()

  constructor(options: TreeOptions) {
    this.#options = options
    this.#spreads = options.factors.map(() => noSpread)
  }

  async answer({ first, second }: Parameters<Teacher['answer']>[0]): Promise<Reply> {
    const { evidence, ties } = this.#options
    const { answer, reason } = decide(this.#levels(evidence.segment(first), evidence.segment(second)))
    return {
      answer: answer === 'equal' ? ties : answer,
      left: 'first',
      milliseconds: 0,
      ...(reason ? { reason } : {}),
    }
  }

  #levels(...segments: Parameters<typeof factorValue>[1][]): Level[] {
    return this.#options.factors.map((factor, index) => {
      const [first, second] = segments.map((segment) => factorValue(factor, segment)) as [number, number]
      const spread = widened(widened(this.#spreads[index]!, first), second)
      this.#spreads[index] = spread
      return { factor: factorWords(factor), values: [first, second], margin: marginOf(factor.margin, spread) }
    })
  }

  /** Factors that can never decide, each told once. */
  notes(): readonly string[] {
    const constant = this.#options.factors.filter(({ name }, index) => {
      const spread = this.#spreads[index]!
      return spread.count >= CONSTANT_AFTER && isConstant(spread) && !this.#told.has(name)
    })
    return constant.map(({ name }) => {
      this.#told.add(name)
      return `factor "${name}" was the same in all segments so far: its level cannot decide anything`
    })
  }

  /** Fit for JSON. */
  save(): readonly Spread[] {
    return this.#spreads.slice()
  }

  restore(saved: readonly Spread[]): void {
    this.#spreads = saved.slice()
  }
}
