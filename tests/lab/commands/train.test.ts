import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { presetNames } from '../../../lab/config/presets.ts'
import { type } from '../../support/command-line.ts'

let runs: string
beforeEach(() => {
  runs = mkdtempSync(join(tmpdir(), 'train-'))
})
afterEach(() => rmSync(runs, { recursive: true, force: true }))

const train = (words: string, signal?: AbortSignal) =>
  type(`train ${words} --runs ${runs}`, signal === undefined ? {} : { signal })

describe('rapref train', () => {
  test('answers one document, and leaves a run with a report', async () => {
    const { code, stdout, stderr } = await train('smoke seed=5 --name first --json')
    expect(stderr).toContain('final evaluation')
    expect(code).toBe(0)
    const path = join(runs, 'first')
    expect(JSON.parse(stdout)).toEqual({
      run: path,
      task: 'drawer-open',
      method: 'pebble',
      seed: 5,
      labels: 8,
      steps: expect.any(Number),
      minutes: expect.any(Number),
      success: expect.any(Number),
      successInterval: [expect.any(Number), expect.any(Number)],
      rewardSpearman: expect.toSatisfy((value) => value === null || Math.abs(value) <= 1),
      heldOutLabelAccuracy: expect.toSatisfy((value) => value === null || (value >= 0 && value <= 1)),
    })
    expect(readFileSync(join(path, 'report.html'), 'utf8')).toContain('answers by the oracle teacher')

    const again = await train('smoke --name first')
    expect(again.code).toBe(2)
    expect(again.stderr).toContain(`${path} exists already, and a run never overwrites another.`)
    const resumed = await train('--resume --name first')
    expect(resumed.stderr).toMatch(/first is finished \(success [\d.]+\); to learn more, start another run\n$/)
  })

  test('stops when it is asked to, says how to go on, and goes on', async () => {
    const stopped = await train('smoke --name first', AbortSignal.abort())
    expect(stopped.code).toBe(1)
    expect(stopped.stderr).toMatch(
      /^rapref: stopped after \d+ steps, nothing is lost; to go on, type: rapref train --resume .*first\n$/,
    )
    const { code, stdout } = await train('--resume')
    expect(code).toBe(0)
    expect(stdout).toMatch(/Success \d+% on 4 held-out seeds \(95% interval .*\)/)
    expect(stdout).toContain(`report   ${join(runs, 'first')}/report.html`)
  })
})

describe('rapref train refuses', () => {
  test.each([
    ['', `found nothing after rapref train, expected a preset (${presetNames().join(', ')}) or a file`],
    ['seed=3', 'found "seed=3" after rapref train, expected a preset'],
    ['smok', 'unknown preset "smok": did you mean "smoke"?'],
    ['smoke task=psh', 'unknown task "psh": did you mean "push"?'],
    ['smoke method=peble', 'unknown method "peble": did you mean "pebble"?'],
    ['smoke --device gpu', 'unknown device "gpu"'],
    ['smoke sac.widht=3', 'unknown key "sac.widht" (from the command line); nearest: sac.width'],
    ['smoke horizon=41 actionRepeat=4', 'horizon is 41 and actionRepeat 4; expected a multiple'],
    ['smoke --name a/b', 'found run name "a/b"'],
    ['--resume nowhere', 'found no run in nowhere (no meta.json)'],
    ['--resume nowhere seed=3', 'found "seed=3" with --resume'],
    ['--resume', 'found no unfinished run in '],
  ])('"%s", in one line, and leaves no folder behind', async (words, message) => {
    const { code, stdout, stderr } = await train(words)
    expect(stderr).toContain(message)
    expect(stderr.trim()).not.toContain('\n')
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(existsSync(runs) ? readdirSync(runs) : []).toEqual([])
  })
})
