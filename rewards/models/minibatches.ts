// Which pairs are learned from together.

import type { RandomStream } from '../contract.ts'

/**
 * All items once, in random order, in as few batches of at most `size` as hold them and as equal as they can be: a last
 * batch of one would weigh as much as a full one.
 */
export function shuffledBatches<T>(items: readonly T[], size: number, random: RandomStream): T[][] {
  const shuffled = shuffle(items, random)
  const batches = Math.ceil(items.length / size)
  return Array.from({ length: batches }, (_, i) =>
    shuffled.slice(Math.floor((i * items.length) / batches), Math.floor(((i + 1) * items.length) / batches)),
  )
}

/** A shuffled copy (Fisher and Yates). */
function shuffle<T>(items: readonly T[], random: RandomStream): T[] {
  const shuffled = [...items]
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = random.integer(i + 1)
    ;[shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!]
  }
  return shuffled
}
