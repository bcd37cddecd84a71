// Distances to nearest neighbours: how unlike the others a state is.

/**
 * Euclidean distance from each row to its `k`-th nearest among `others`. A row that is itself among the others finds
 * itself at distance 0: ask for one neighbour more.
 *
 * @param rows [count, size]
 * @param others [any number, size]; where there are fewer than `k`, the farthest counts
 * @returns [count]
 */
export function neighbourDistances(rows: Float32Array, others: Float32Array, size: number, k: number): Float32Array {
  const count = rows.length / size
  const wanted = Math.min(k, others.length / size)
  const nearest = new Float64Array(wanted)
  const distances = new Float32Array(count)
  for (let row = 0; row < count; row++) {
    nearest.fill(Number.POSITIVE_INFINITY)
    for (let other = 0; other < others.length; other += size) {
      const farthest = nearest[wanted - 1]!
      const square = squaredDistance(rows, row * size, others, other, size, farthest)
      if (square < farthest) insert(nearest, square)
    }
    distances[row] = Math.sqrt(nearest[wanted - 1] ?? 0)
  }
  return distances
}

/** Four sums side by side, which a processor adds at once; gives up, with what it has, where half is too far already. */
function squaredDistance(
  a: Float32Array,
  from: number,
  b: Float32Array,
  at: number,
  size: number,
  enough: number,
): number {
  let i = 0
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  for (; i + 3 < size; i += 4) {
    const one = a[from + i]! - b[at + i]!
    const two = a[from + i + 1]! - b[at + i + 1]!
    const three = a[from + i + 2]! - b[at + i + 2]!
    const four = a[from + i + 3]! - b[at + i + 3]!
    first += one * one
    second += two * two
    third += three * three
    fourth += four * four
    if (i === GLANCE && first + second + third + fourth >= enough) break
  }
  for (; i < size; i++) first += (a[from + i]! - b[at + i]!) ** 2
  return first + second + (third + fourth)
}

/** Where it looks whether it is too far already. */
const GLANCE = 12

/** Into an ascending list, in place of its last. */
function insert(ascending: Float64Array, value: number): void {
  let at = ascending.length - 1
  for (; at > 0 && ascending[at - 1]! > value; at--) ascending[at] = ascending[at - 1]!
  ascending[at] = value
}
