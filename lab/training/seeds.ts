// Which seeds are for what. The three ranges never overlap, whatever the run's own seed is.

/** Episodes in a block of seeds. */
const BLOCK = 1e6
/** Blocks of run seeds; the first block of all is kept for evaluations. */
const RUNS = 1e6

/** Episodes of the evaluations on the way: they choose the checkpoint that is kept. The same for every run. */
export function validationSeeds(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}

/** Episodes of the final evaluation, seen by nothing before it. The same for every run, so that runs compare. */
export function heldOutSeeds(count: number): number[] {
  return Array.from({ length: count }, (_, index) => BLOCK / 2 + index)
}

/** Episodes that a run gathers from, new ones for every episode and every run seed below a million. */
export function trainingSeed(runSeed: number, episode: number): number {
  return (1 + (runSeed % RUNS)) * BLOCK + (episode % BLOCK)
}

/** Which episode of its run a training seed is of. */
export function trainingEpisode(seed: number): number {
  return seed % BLOCK
}

/** Starts of the scripted expert's clips, where a run shows the teacher some. */
export function demonstrationSeed(runSeed: number, episode: number): number {
  return RUNS * BLOCK + trainingSeed(runSeed, episode)
}
