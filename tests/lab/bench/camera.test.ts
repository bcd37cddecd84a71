import { beforeAll, describe, expect, it } from 'vitest'
import { benchCamera, type CameraBenchRow } from '../../../lab/bench/camera.ts'
import { liveWorlds } from '../../../sim/world.ts'

describe('benchCamera', () => {
  const lines: string[] = []
  let rows: CameraBenchRow[]
  beforeAll(async () => {
    rows = await benchCamera({ rounds: 1, seconds: 0.01, report: (line) => lines.push(line) })
  })

  it('measures four sizes, without the arm and with it', () => {
    expect(rows.map(({ size, arm }) => [size, arm])).toEqual(
      [false, true].flatMap((arm) => [64, 84, 128, 224].map((size) => [size, arm])),
    )
    for (const { framesPerSecond, primitives, arm } of rows) {
      expect(framesPerSecond).toBeGreaterThan(0)
      expect(primitives).toBeGreaterThan(arm ? 24 : 10)
    }
  })

  it('reports a line for every row', () => {
    expect(lines.length).toBe(rows.length)
    expect(lines[7]).toMatch(/^224 pixels with arm: [\d,]+ frames\/s$/)
  })

  it('leaves no world behind', () => {
    expect(liveWorlds()).toBe(0)
  })
})
