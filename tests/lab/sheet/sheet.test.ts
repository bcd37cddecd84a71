import { beforeAll, describe, expect, it } from 'vitest'
import type { Picture } from '../../../lab/export/png.ts'
import { drawSheet } from '../../../lab/sheet/sheet.ts'
import { liveWorlds } from '../../../sim/world.ts'

describe('a contact sheet', () => {
  const reported: string[] = []
  let sheet: Picture
  const tasks = ['push', 'drawer-open', 'handle-pull-side']
  beforeAll(async () => {
    sheet = await drawSheet({ tasks, columns: 2, width: 200, height: 60, report: (task) => reported.push(task) })
  })

  /** Colours of a part of the sheet. */
  const colours = (left: number, top: number, width: number, height: number) => {
    const found = new Set<string>()
    for (let y = top; y < top + height; y++) {
      for (let x = left; x < left + width; x++) {
        const at = 3 * (y * sheet.width + x)
        found.add(sheet.rgb.subarray(at, at + 3).join())
      }
    }
    return found
  }

  it('has a picture and a name for each task, in rows', () => {
    expect([sheet.width, sheet.height]).toEqual([8 + 2 * 208, 8 + 2 * (60 + 34)])
    for (const [x, y] of [
      [8, 8],
      [216, 8],
      [8, 102],
    ] as const) {
      expect(colours(x, y, 200, 60).size).toBeGreaterThan(100)
      expect(colours(x, y + 60, 200, 34)).toEqual(new Set(['255,255,255', '52,58,66']))
    }
    expect(reported).toEqual(tasks)
  })

  it('stays blank where there are no more tasks', () => {
    expect(colours(216, 102, 200, 94)).toEqual(new Set(['255,255,255']))
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const drawn = drawSheet({ tasks, width: 20, height: 20, signal: stop.signal, report: () => stop.abort() })
    await expect(drawn).rejects.toThrow('aborted')
  })

  it('leaves no world behind', () => {
    expect(liveWorlds()).toBe(0)
  })
})
