// Scores as the statistics of a comparison see them: for each task the runs that were made on it.

/**
 * `strata[task][run]`. Tasks need not have equally many runs, but each needs one. Every task weighs the same in the mean,
 * the median, the optimality gap and the profile; the interquartile mean is over all runs together.
 */
export type Strata<T = number> = readonly (readonly T[])[]

/** From rows of runs, `table[run][task]`, as rliable has them. @throws RangeError where rows differ in length */
export function strataOf(table: readonly (readonly number[])[]): Strata {
  const tasks = table[0]?.length ?? 0
  const odd = table.findIndex((row) => row.length !== tasks)
  if (odd > 0) throw new RangeError(`run ${odd + 1} has ${table[odd]!.length} tasks, run 1 has ${tasks}`)
  return Array.from({ length: tasks }, (_, task) => table.map((row) => row[task]!))
}

/** All scores, task after task. */
export function scoresOf(strata: Strata): Float64Array {
  const all = new Float64Array(strata.reduce((count, scores) => count + scores.length, 0))
  let at = 0
  for (const scores of strata) for (const score of scores) all[at++] = score
  return all
}
