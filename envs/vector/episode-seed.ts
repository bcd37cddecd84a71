// Seeds of the episodes that autoreset starts.

/** Odd, so that no seed repeats before 2^32 episodes; close to the golden ratio, so that neighbouring worlds never meet. */
const STRIDE = 0x9e3779b1

/** Seed of a world's episode number `episode` since it was reset with `seed`; number 0 is the reset itself. */
export function episodeSeed(seed: number, episode: number): number {
  return episode === 0 ? seed : (seed + Math.imul(episode, STRIDE)) >>> 0
}
