// Unknown names: which known names were probably meant.

/** Known names, nearest first by edit distance; at most `count`. */
export function nearest(name: string, known: readonly string[], count = 3): string[] {
  return known
    .map((candidate, order) => ({ candidate, order, distance: editDistance(name, candidate) }))
    .sort((a, b) => a.distance - b.distance || a.order - b.order)
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

/** `unknown task "drawer-opn": did you mean "drawer-open"? Known: button-press, drawer-open.` */
export function unknownName(kind: string, name: string, known: readonly string[]): string {
  const [guess] = nearest(name, known, 1)
  const hint = guess === undefined ? '' : ` did you mean "${guess}"? Known: ${known.join(', ')}.`
  return `unknown ${kind} "${name}":${hint || ` no ${kind} is known.`}`
}

/** Insertions, deletions, substitutions and swaps of neighbours that turn `from` into `to`. */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, j) => j)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1]
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      if (swapped) best = Math.min(best, beforeLast[j - 2]! + 1)
      row.push(best)
    }
    beforeLast = last
    last = row
  }
  return last[to.length]!
}
