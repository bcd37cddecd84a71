// Logarithm, exponential, hyperbolic tangent, sine and arc tangent out of + - * / and square roots: those of JavaScript
// engines may differ in the last bit, and what is recorded must not.

/** ln x for x > 0: powers of two out, then 2 artanh((m - 1) / (m + 1)) as a series. */
export function naturalLogarithm(x: number): number {
  let mantissa = x
  let exponent = 0
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2
    exponent--
  }
  while (mantissa > Math.SQRT2) {
    mantissa /= 2
    exponent++
  }
  const ratio = (mantissa - 1) / (mantissa + 1)
  const square = ratio * ratio
  let sum = 0
  for (let odd = 21; odd >= 1; odd -= 2) sum = sum * square + 1 / odd
  return exponent * Math.LN2 + 2 * ratio * sum
}

/** e^x: x as a multiple of ln 2 and a rest, the rest as a series. */
export function exponential(x: number): number {
  if (x < -745) return 0
  if (x > 709) return Number.POSITIVE_INFINITY
  const halvings = Math.round(x / Math.LN2)
  const rest = x - halvings * Math.LN2
  let sum = 1
  for (let n = 16; n >= 1; n--) sum = 1 + (rest * sum) / n
  return sum * powerOfTwo(halvings)
}

/** tanh x. */
export function hyperbolicTangent(x: number): number {
  return 1 - 2 / (exponential(2 * x) + 1)
}

function powerOfTwo(exponent: number): number {
  let power = 1
  for (let i = 0; i < exponent; i++) power *= 2
  for (let i = 0; i > exponent; i--) power /= 2
  return power
}

/** The angle of the point (x, y) from the x axis, radians in [-pi, pi]; 0 at the origin. */
export function arcTangent(y: number, x: number): number {
  const length = Math.sqrt(x * x + y * y)
  if (length === 0) return 0
  if (x < 0) return (y < 0 ? -1 : 1) * Math.PI - arcTangent(y, -x)
  // tan(a / 2) = sin a / (1 + cos a), three times: what is left is at most pi / 16.
  let [sine, cosine] = [y / length, x / length]
  for (let i = 0; i < HALVINGS; i++) {
    const half = sine / (1 + cosine)
    cosine = 1 / Math.sqrt(1 + half * half)
    sine = half * cosine
  }
  const tangent = sine / cosine
  const square = tangent * tangent
  let sum = 0
  for (let odd = 21; odd >= 1; odd -= 2) sum = 1 / odd - sum * square
  return 2 ** HALVINGS * tangent * sum
}

const HALVINGS = 3

/** sin x, radians: whole quarter turns out, the rest as a series. */
export function sine(x: number): number {
  const quarters = Math.round(x / (Math.PI / 2))
  const rest = x - quarters * (Math.PI / 2)
  const odd = quarters % 2 !== 0
  const value = odd ? evenSeries(rest) : oddSeries(rest)
  const turned = ((quarters % 4) + 4) % 4 >= 2
  return turned ? -value : value
}

/** cos x, radians. */
export function cosine(x: number): number {
  return sine(x + Math.PI / 2)
}

/** sin of at most an eighth of a turn. */
function oddSeries(x: number): number {
  const square = x * x
  let sum = 0
  for (let n = 17; n >= 3; n -= 2) sum = (square * (1 - sum)) / (n * (n - 1))
  return x * (1 - sum)
}

/** cos of at most an eighth of a turn. */
function evenSeries(x: number): number {
  const square = x * x
  let sum = 0
  for (let n = 18; n >= 2; n -= 2) sum = (square * (1 - sum)) / (n * (n - 1))
  return 1 - sum
}
