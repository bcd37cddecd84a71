// Shortest augmenting paths in the bipartite graph of a transport problem. A path starts at a row with mass left, goes to
// columns at what they cost, back to the rows that already send there, and ends at a column that wants more. Prices keep
// every reduced cost C[i, j] - f[i] - g[j] at 0 or above, and at 0 where mass goes, so that Dijkstra's search is valid.

import type { Marginals } from './marginals.ts'
import type { Matrix } from './matrix.ts'

const NONE = -1

export class Augmentation {
  readonly mass: number
  readonly #cost: Matrix
  readonly #plan: Matrix
  readonly #supply: Float64Array
  readonly #demand: Float64Array
  readonly #f: Float64Array
  readonly #g: Float64Array
  /** Of the search at hand: how far each column is, from which row it is reached, from which column each row. */
  readonly #distance: Float64Array
  readonly #fromRow: Int32Array
  readonly #fromColumn: Int32Array
  /** Columns in the order in which they were settled; the first `#settled` of them are. */
  readonly #order: Int32Array
  #settled = 0

  /** @param plan zeros, to be filled */
  constructor(cost: Matrix, plan: Matrix, { a, b }: Marginals) {
    const { rows, columns } = cost
    this.mass = a.reduce((sum, mass) => sum + mass, 0)
    this.#cost = cost
    this.#plan = plan
    this.#supply = a.slice()
    this.#demand = b.slice()
    this.#f = new Float64Array(rows)
    this.#g = leastOfColumns(cost)
    this.#distance = new Float64Array(columns)
    this.#fromRow = new Int32Array(columns)
    this.#fromColumn = new Int32Array(rows)
    this.#order = new Int32Array(columns)
  }

  get potentials() {
    return { f: this.#f, g: this.#g }
  }

  /** @returns how many paths it took */
  run(): number {
    let paths = 0
    for (let row = 0; row < this.#supply.length; row++) {
      while (this.#supply[row]! > 0) {
        const end = this.#search(row)
        // What is left is the rounding of sums.
        if (end === NONE) return paths
        this.#carry(row, end)
        paths++
      }
    }
    return paths
  }

  /** @returns the nearest column that wants mass */
  #search(start: number): number {
    const { columns } = this.#cost
    this.#distance.fill(Number.POSITIVE_INFINITY)
    this.#fromColumn.fill(NONE)
    for (let j = 0; j < columns; j++) this.#order[j] = j
    this.#settled = 0
    this.#scan(start, 0)
    while (this.#settled < columns) {
      const column = this.#settleNearest()
      const reach = this.#distance[column]!
      if (this.#demand[column]! > 0) {
        this.#reprice(start, reach)
        return column
      }
      for (let row = 0; row < this.#fromColumn.length; row++) {
        if (row === start || this.#fromColumn[row] !== NONE || this.#plan.values[row * columns + column]! === 0)
          continue
        this.#fromColumn[row] = column
        this.#scan(row, reach)
      }
    }
    return NONE
  }

  /** Looks from a row that is `reach` away at all columns that are not settled. */
  #scan(row: number, reach: number): void {
    const { columns, values } = this.#cost
    const base = reach - this.#f[row]!
    for (let place = this.#settled; place < columns; place++) {
      const column = this.#order[place]!
      const distance = base + values[row * columns + column]! - this.#g[column]!
      if (distance < this.#distance[column]!) {
        this.#distance[column] = distance
        this.#fromRow[column] = row
      }
    }
  }

  #settleNearest(): number {
    let nearest = this.#settled
    for (let place = nearest + 1; place < this.#order.length; place++) {
      if (this.#distance[this.#order[place]!]! < this.#distance[this.#order[nearest]!]!) nearest = place
    }
    const column = this.#order[nearest]!
    this.#order[nearest] = this.#order[this.#settled]!
    this.#order[this.#settled++] = column
    return column
  }

  /** Makes the path to what is `reach` away, and all that it passed, cost nothing. */
  #reprice(start: number, reach: number): void {
    this.#f[start] = this.#f[start]! + reach
    for (let row = 0; row < this.#fromColumn.length; row++) {
      const column = this.#fromColumn[row]!
      if (column !== NONE) this.#f[row] = this.#f[row]! + reach - this.#distance[column]!
    }
    for (let place = 0; place < this.#settled; place++) {
      const column = this.#order[place]!
      this.#g[column] = this.#g[column]! - (reach - this.#distance[column]!)
    }
  }

  /** Sends along the path what its narrowest place lets through. */
  #carry(start: number, end: number): void {
    const { columns, values } = this.#plan
    let amount = Math.min(this.#supply[start]!, this.#demand[end]!)
    for (const { row, back } of this.#path(start, end)) {
      if (back !== NONE) amount = Math.min(amount, values[row * columns + back]!)
    }
    for (const { row, column, back } of this.#path(start, end)) {
      values[row * columns + column] = values[row * columns + column]! + amount
      if (back !== NONE) values[row * columns + back] = values[row * columns + back]! - amount
    }
    this.#supply[start] = this.#supply[start]! - amount
    this.#demand[end] = this.#demand[end]! - amount
  }

  /** From its end: a row sends to `column` and, but for the first row, takes away from `back`. */
  *#path(start: number, end: number): Generator<{ row: number; column: number; back: number }> {
    let column = end
    while (true) {
      const row = this.#fromRow[column]!
      const back = row === start ? NONE : this.#fromColumn[row]!
      yield { row, column, back }
      if (back === NONE) return
      column = back
    }
  }
}

/** Prices of columns at which no reduced cost is below 0 while rows cost nothing. */
function leastOfColumns({ rows, columns, values }: Matrix): Float64Array {
  const least = new Float64Array(columns).fill(Number.POSITIVE_INFINITY)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) least[j] = Math.min(least[j]!, values[i * columns + j]!)
  }
  return least
}
