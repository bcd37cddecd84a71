// What several Gaussians say of a step, as one mean and one deviation.

import type { RewardEstimate } from '../../contract.ts'

export interface MixtureOptions {
  readonly members: number
  /** Steps. */
  readonly count: number
  /** Where a step stands among the numbers of a member. */
  at(step: number): number
}

/**
 *   m = mean of m_i,   s^2 = mean of (s_i^2 + m_i^2) - m^2
 *
 * @param parts each [members, any]
 */
export function mixture(parts: RewardEstimate, { members, count, at }: MixtureOptions): RewardEstimate {
  const each = parts.mean.length / members
  const [mean, deviation] = [new Float32Array(count), new Float32Array(count)]
  for (let step = 0; step < count; step++) {
    let [sum, variance] = [0, 0]
    for (let member = 0; member < members; member++) sum += parts.mean[member * each + at(step)]!
    const middle = sum / members
    for (let member = 0; member < members; member++) {
      const i = member * each + at(step)
      variance += parts.deviation[i]! ** 2 + (parts.mean[i]! - middle) ** 2
    }
    mean[step] = middle
    deviation[step] = Math.sqrt(variance / members)
  }
  return { mean, deviation }
}
