// The standard normal distribution.

/** P(Z <= z), to about 1e-15 for |z| < 7 and at least 0 and at most 1 beyond. @source Marsaglia 2004 */
export function normalCumulative(z: number): number {
  if (z < -8) return 0
  if (z > 8) return 1
  let term = z
  let sum = z
  for (let i = 3; sum + term !== sum; i += 2) {
    term *= (z * z) / i
    sum += term
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
}
