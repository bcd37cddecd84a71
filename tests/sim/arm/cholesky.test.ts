import fc from 'fast-check'
import { expect, it } from 'vitest'
import { solvePositiveDefinite } from '../../../sim/arm/cholesky.ts'

const SIZE = 6
const entry = fc.double({ min: -1, max: 1, noNaN: true })

it('solves every well-conditioned symmetric system', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: SIZE * SIZE, maxLength: SIZE * SIZE }),
      fc.array(entry, { minLength: SIZE, maxLength: SIZE }),
      (factor, x) => {
        // F F' + I is positive definite for every F.
        const matrix = Float64Array.from({ length: SIZE * SIZE }, (_, at) => {
          const [row, column] = [Math.floor(at / SIZE), at % SIZE]
          const product = x.reduce((sum, _, k) => sum + factor[row * SIZE + k]! * factor[column * SIZE + k]!, 0)
          return product + (row === column ? 1 : 0)
        })
        const vector = Float64Array.from(x, (_, row) =>
          x.reduce((sum, value, k) => sum + matrix[row * SIZE + k]! * value, 0),
        )
        solvePositiveDefinite(matrix, vector)
        for (const [row, value] of x.entries()) expect(vector[row]).toBeCloseTo(value, 9)
      },
    ),
  )
})
