import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { examineExecutors } from '../../../lab/doctor/executors.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'executors-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('every executor is found usable, or not with why and what to type, in one line each', async () => {
  const findings = await examineExecutors()
  expect(findings.map(({ id }) => id)).toEqual(['cpu', 'wasm', 'cuda', 'webgpu', 'tensorflow', 'eager'])
  for (const { id, usable, why } of findings) {
    expect(why, id).toMatch(usable ? /^[^\n]+$/ : /^[^\n]+; [^\n]*\btype \S[^\n]+$/)
  }
  const usable = findings.filter((finding) => finding.usable).map(({ id }) => id)
  expect(usable).toEqual(expect.arrayContaining(['cpu', 'wasm', 'eager']))
})

test('one that crashes is found so, and the others are tried all the same', async () => {
  const program = join(folder, 'crash.mjs')
  writeFileSync(
    program,
    `for (const id of process.argv.slice(2)) {
       if (id === 'two') process.kill(process.pid, 'SIGSEGV')
       if (id === 'three') process.exit(7)
       console.log(JSON.stringify({ id, usable: true, why: 'works' }))
     }`,
  )
  const works = (id: string) => ({ id, usable: true, why: 'works' })
  const crashes = (id: string, end: string) => ({
    id,
    usable: false,
    why: `ends the process that tries it (${end}); use another device`,
  })
  expect(await examineExecutors({ ids: ['one', 'two', 'three', 'four'], program })).toEqual([
    works('one'),
    crashes('two', 'SIGSEGV'),
    crashes('three', 'exit code 7'),
    works('four'),
  ])
})
