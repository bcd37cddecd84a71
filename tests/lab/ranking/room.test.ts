// A run of real episodes, two of one start that differ, and what rankings say of them.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { taskOrder } from '../../../lab/config/ranking.ts'
import { type OpenRankingRoom, rankingRoom } from '../../../lab/ranking/room.ts'
import { RankingError } from '../../../viewer/server/ranking-desk.ts'
import { writeEpisodes } from '../../support/judged-episodes.ts'

let folder: string
let room: OpenRankingRoom

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ranking-'))
  await writeEpisodes(join(folder, 'one'))
  mkdirSync(join(folder, 'empty', 'recordings'), { recursive: true })
  writeFileSync(join(folder, 'secret.rec'), '')
  room = rankingRoom({ folder, log: () => {} })
})
afterAll(async () => {
  await room.close()
  rmSync(folder, { recursive: true, force: true })
})

test("without an order the task's own ranking judges pairs of whole episodes", async () => {
  const { task, order, pairs, verdicts, factors } = await room.judge({ run: 'one' })
  expect([task, order]).toEqual(['drawer-open', taskOrder('drawer-open')])
  expect(pairs.length).toBeGreaterThan(0)
  expect(verdicts.length).toBe(pairs.length)
  for (const [place, { first, second, fair }] of pairs.entries()) {
    expect([fair, new Set([first, second]).size]).toEqual([true, 2])
    const expected = first === 'pulled' ? 'first' : second === 'pulled' ? 'second' : verdicts[place]!.answer
    expect([first, second, verdicts[place]!.answer]).toEqual([first, second, expected])
  }
  expect(factors.map(({ name }) => name)).toEqual(expect.arrayContaining(['open', 'travel', 'path-length']))
  expect(factors.every(({ describe }) => describe.length > 3)).toBe(true)
})

test('an order of somebody else is judged on the same pairs', async () => {
  const own = await room.judge({ run: 'one' })
  const idle = await room.judge({ run: 'one', order: ['less travel beyond 0'] })
  expect(idle.pairs).toEqual(own.pairs)
  const place = idle.pairs.findIndex(({ first, second }) => [first, second].includes('still'))
  const { first } = idle.pairs[place]!
  expect(idle.verdicts[place]).toMatchObject({ answer: first === 'still' ? 'first' : 'second', level: 1, margin: 0 })
})

test('an order without levels prefers nothing', async () => {
  const { verdicts } = await room.judge({ run: 'one', order: [] })
  expect(new Set(verdicts.map(({ answer }) => answer))).toEqual(new Set(['equal']))
})

test('unknown factors, formulas that cannot be read and negative margins are told in words', async () => {
  const said = (level: string) => room.judge({ run: 'one', order: [level] })
  await expect(said('opne')).rejects.toThrow(/opne.*open/s)
  await expect(said('open +')).rejects.toThrow(RankingError)
  await expect(said('open beyond -1')).rejects.toThrow('expected 0 or more')
})

test('what is no run with two episodes is told, and paths lead nowhere else', async () => {
  await expect(room.judge({ run: 'none' })).rejects.toThrow('there are no recordings of a run "none" here')
  await expect(room.judge({ run: 'one/../..' })).rejects.toThrow('there are no recordings of a run "one/../.." here')
  await expect(room.judge({ run: '' })).rejects.toThrow('there are no recordings of a run "" here')
  await expect(room.judge({ run: 'empty' })).rejects.toThrow('found no recordings in')
})

test('recordings that a run adds are judged when one asks again', async () => {
  const before = await room.judge({ run: 'one' })
  await writeEpisodes(join(folder, 'one'), 8)
  const after = await room.judge({ run: 'one' })
  expect(after.pairs.length).toBeGreaterThan(before.pairs.length)
})
