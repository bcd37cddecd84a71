// How long to wait before trying to connect again.

const firstMilliseconds = 400
const mostMilliseconds = 8000

/**
 * Doubles with each failure up to a limit; a random fifth less, so that many pages do not return at once.
 * @param failures in a row, from 1
 * @param random in [0, 1)
 */
export function backoffMilliseconds(failures: number, random: number): number {
  const wait = Math.min(mostMilliseconds, firstMilliseconds * 2 ** (failures - 1))
  return wait * (1 - random / 5)
}
