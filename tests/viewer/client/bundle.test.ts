// What a visitor of a page has to fetch, from the built files.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { ensurePage } from '../../../viewer/server/page.ts'

/** three.js and the physics engine are what they are. */
const foreign = /^(three|physics|verify-worker)/
let folder: string

beforeAll(async () => {
  folder = await ensurePage({ log: () => {} })
}, 240_000)

/** Files that a page loads before it runs, by name, with their gzipped sizes. */
async function loadedBy(page: string): Promise<ReadonlyMap<string, number>> {
  const text = await readFile(join(folder, page), 'utf8')
  const names = [...text.matchAll(/(?:src|href)="\.\/assets\/([^"]+)"/g)].map((match) => match[1]!)
  const sizes = await Promise.all(
    names.map(async (name) => gzipSync(await readFile(join(folder, 'assets', name))).length),
  )
  return new Map(names.map((name, i) => [name, sizes[i]!]))
}

test.each(['index.html', 'label.html', 'sweep.html', 'rank.html', 'replay.html', 'drive.html'])(
  '%s fetches at most 400 kB of our own, gzipped, besides three.js and the physics',
  async (page) => {
    const loaded = await loadedBy(page)
    const own = [...loaded].filter(([name]) => !foreign.test(name))
    expect(own.length).toBeGreaterThan(2)
    expect(own.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(400_000)
  },
)

test('the labelling page loads neither physics nor networks', async () => {
  const names = [...(await loadedBy('label.html')).keys()]
  expect(names.filter((name) => /physics|^ort\b|verify/.test(name))).toEqual([])
})
