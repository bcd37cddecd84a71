import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../../lab/config/load.ts'
import { presetNames, presetSummary } from '../../../lab/config/presets.ts'

describe('presets', () => {
  test('hold at least what npm start runs and the check that everything works', () => {
    expect(presetNames()).toEqual(expect.arrayContaining(['quickstart', 'smoke']))
  })

  test.each(presetNames())('%s is valid and says what it is for', (name) => {
    expect(loadConfig({ from: name }).source).toBe(`preset ${name}`)
    expect(presetSummary(name)).toMatch(/^[A-Z].*\.$/)
  })
})
