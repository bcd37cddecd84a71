import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readSweepFile } from '../../../lab/sweep/file/read-file.ts'
import { planHere } from '../../../lab/sweep/plan-here.ts'

const folder = fileURLToPath(new URL('../../../lab/sweeps/', import.meta.url))
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

test('there are benchmark sweeps', () => {
  expect(files).toEqual(expect.arrayContaining(['labels.yaml', 'learners.yaml', 'queries.yaml', 'teachers.yaml']))
})

describe.each(files)('%s', (name) => {
  test('asks one question in its first line, and plans runs that can be started', async () => {
    expect(readFileSync(`${folder}${name}`, 'utf8').split('\n')[0]).toMatch(/^# [A-Z].*\?$/)
    const source = readSweepFile(`${folder}${name}`)
    const { runs } = await planHere(source)
    expect(source.file.out).toBe(`runs/${name.replace('.yaml', '')}`)
    expect(new Set(runs.map(({ condition }) => condition)).size).toBeGreaterThan(1)
    expect(new Set(runs.map(({ seed }) => seed)).size).toBeGreaterThan(2)
  })
})
