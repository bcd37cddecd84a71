import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { beforeAll, describe, expect, it } from 'vitest'
import { liveSessions } from '../../../../agents/tensor/executors/live-sessions.ts'
import { updateCases } from '../../../../lab/bench/update/cases.ts'
import { describeExplanation, explainUpdate, type UpdateExplanation } from '../../../../lab/bench/update/explain.ts'

const profileFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('update-profile-'))

describe('explainUpdate', () => {
  const before = { sessions: liveSessions(), folders: profileFolders() }
  let found: UpdateExplanation[]
  beforeAll(async () => {
    found = await explainUpdate(updateCases.find(({ name }) => name === 'sac-64')!, { seconds: 0 })
  })

  it('tells of the one program that the case runs', () => {
    expect(found.map(({ case: name, program }) => `${name} ${program}`)).toEqual(['sac-64 sac/update'])
    expect(found[0]).toMatchObject({ runs: 1, nodes: expect.any(Number) })
  })

  it('names what the runtime ran, rectifiers fused into their products, the dearest first', () => {
    const [{ operators, runMs }] = found as [UpdateExplanation]
    // Two hidden layers of actor (twice), critics (twice each) and targets.
    expect(operators.find(({ op }) => op === 'FusedGemm')).toMatchObject({ nodes: 16 })
    expect(operators.map(({ op }) => op)).not.toContain('Relu')
    expect(operators.map(({ ms }) => ms)).toEqual(operators.map(({ ms }) => ms).toSorted((a, b) => b - a))
    expect(operators.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
    expect(operators.reduce((sum, { ms }) => sum + ms, 0)).toBeLessThan(runMs)
  })

  it('agrees with the summary of the graph on what is moved, as far as nothing is fused', () => {
    const [{ operators, moved }] = found as [UpdateExplanation]
    const ran = operators.reduce((sum, each) => sum + each.moved, 0)
    expect(ran / moved).toBeGreaterThan(0.8)
    expect(ran / moved).toBeLessThan(1.1)
  })

  it('reads as a table', () => {
    const lines = describeExplanation(found[0]!).split('\n')
    expect(lines[0]).toMatch(/^sac-64: sac\/update, \d+ nodes that move [\d.]+ M numbers, \d+ tensors in, \d+ out$/)
    expect(lines[2]).toMatch(/^operator +nodes +moved +ms +share$/)
    expect(lines).toContainEqual(expect.stringMatching(/^FusedGemm +16 +[\d.]+ M +[\d.]+ +[\d.]+%$/))
  })

  it('leaves neither sessions nor files behind', () => {
    expect(liveSessions()).toBe(before.sessions)
    expect(profileFolders()).toEqual(before.folders)
  })
})
