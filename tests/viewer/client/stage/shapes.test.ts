import { expect, test } from 'vitest'
import type { Shape } from '../../../../sim/scene.ts'
import { geometryOf } from '../../../../viewer/client/stage/shapes.ts'

test.each<[Shape, readonly number[]]>([
  [{ kind: 'box', half: [0.1, 0.02, 0.3] }, [0.1, 0.02, 0.3]],
  [{ kind: 'box', half: [0.1, 0.1, 0.0005] }, [0.1, 0.1, 0.0005]],
  [{ kind: 'cylinder', radius: 0.05, halfHeight: 0.2 }, [0.05, 0.05, 0.2]],
  [{ kind: 'sphere', radius: 0.03 }, [0.03, 0.03, 0.03]],
])('%j reaches as far as physics says', (shape, half) => {
  const geometry = geometryOf(shape)
  geometry.computeBoundingBox()
  const { min, max } = geometry.boundingBox!
  for (const [axis, reach] of half.entries()) {
    expect(max.toArray()[axis]).toBeCloseTo(reach, 6)
    expect(min.toArray()[axis]).toBeCloseTo(-reach, 6)
  }
})
