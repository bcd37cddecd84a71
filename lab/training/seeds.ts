// Which seeds are for what. The three ranges never overlap, whatever the run's own seed is.

/** Seeds in a range; episode numbers and run seeds stay far below. */
const RANGE = 1e12

/** Episodes that a run gathers from, new ones for every episode and every run seed up to a million. */
export function trainingSeed(runSeed: number, episode: number): number {
  return (runSeed % 1e6) * 1e6 + (episode % 1e6)
}

/** Episodes of the evaluations on the way: they choose the checkpoint that is kept. The same for every run. */
export function validationSeeds(count: number): number[] {
  return Array.from({ length: count }, (_, index) => RANGE + index)
}

/** Episodes of the final evaluation, seen by nothing before it. The same for every run, so that runs compare. */
export function heldOutSeeds(count: number): number[] {
  return Array.from({ length: count }, (_, index) => 2 * RANGE + index)
}

/** Starts of the scripted expert's clips, where a run shows the teacher some. */
export function demonstrationSeed(runSeed: number, episode: number): number {
  return 3 * RANGE + trainingSeed(runSeed, episode)
}
