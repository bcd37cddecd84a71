// A ranking as it is made: clips from best to worst, and which of them are as good as the next. Pure.

/** Clips are numbered by their place on the page, from 0. */
export interface Order {
  readonly clips: readonly number[]
  /** `ties[i]`: clip i of the order is as good as clip i + 1. One shorter than `clips`. */
  readonly ties: readonly boolean[]
  /** Which place of the order is chosen. */
  readonly chosen: number
}

export function firstOrder(count: number): Order {
  return { clips: Array.from({ length: count }, (_, i) => i), ties: Array(count - 1).fill(false), chosen: 0 }
}

export function choose(order: Order, place: number): Order {
  return { ...order, chosen: Math.min(order.clips.length - 1, Math.max(0, place)) }
}

/** Moves the clip at a place of the order to another one, and chooses it. Ties stay between places, not clips. */
export function move(order: Order, from: number, to: number): Order {
  const clip = order.clips[from]
  if (clip === undefined || to < 0 || to >= order.clips.length) return order
  const rest = order.clips.filter((_, place) => place !== from)
  return { ...order, clips: [...rest.slice(0, to), clip, ...rest.slice(to)], chosen: to }
}

/** The clip at this place is as good as the next one, or better again. */
export function toggleTie(order: Order, place: number): Order {
  return { ...order, ties: order.ties.map((tie, i) => (i === place ? !tie : tie)) }
}

/** Groups from best to worst; those in one group are as good as each other. */
export function groupsOf({ clips, ties }: Order): number[][] {
  const groups: number[][] = []
  for (const [place, clip] of clips.entries()) {
    const tied = place > 0 && ties[place - 1]
    if (tied) groups.at(-1)?.push(clip)
    else groups.push([clip])
  }
  return groups
}

/** The rank of each place on the page, from 1; clips as good as each other share one. */
export function ranksOf(order: Order): number[] {
  const ranks: number[] = []
  let rank = 1
  for (const group of groupsOf(order)) {
    for (const clip of group) ranks[clip] = rank
    rank += group.length
  }
  return ranks
}
