// Every method that a run can name: its settings, its design, and a run of the smallest size from end to end, stopped on
// the way and gone on with.

import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { liveSessions } from '../../../agents/tensor/executors/live-sessions.ts'
import { loadConfig } from '../../../lab/config/load.ts'
import { methodSectionNames } from '../../../lab/config/method-sections.ts'
import { InterruptedError } from '../../../lab/errors/interrupted-error.ts'
import type { PreferenceMethod } from '../../../lab/method.ts'
import { designOf, methodNamed, methods } from '../../../lab/methods/methods.ts'
import type { ReportEvent } from '../../../lab/reporter/reporter.ts'
import { train } from '../../../lab/training/train.ts'
import { liveWorlds } from '../../../sim/world.ts'
import { quiet, reopen, smokeRun, temporaryFolder } from '../../support/smoke-run.ts'

const all = Object.values(methods)
const preferential = all.filter((each): each is PreferenceMethod => each.reward === 'preferences')
const settings: Readonly<Record<string, readonly string[]>> = {
  'pref-ppo': ['learner=ppo', 'ppo.width=16', 'ppo.batch=20', 'ppo.epochs=2'],
  surf: ['surf.window=0.25', 'surf.batchRatio=1'],
  qpa: ['qpa.newest=4', 'qpa.copies=3'],
  heron: ['teacher=tree'],
}

/** The design of a method where nothing but its name, or these settings, are said. */
function design(id: string, ...overrides: string[]) {
  const { config } = loadConfig({ overrides: [`method=${id}`, ...overrides] })
  return designOf(methodNamed(id) as PreferenceMethod, config)
}

describe('the table', () => {
  test('lists each under its own id, with a paper, and each section of settings belongs to one', () => {
    expect(Object.keys(methods)).toEqual(all.map(({ id }) => id))
    expect(all.every(({ source }) => /\d{4}/.test(source))).toBe(true)
    const withSettings = all.filter((each) => 'settings' in each).map(({ id }) => id)
    expect(withSettings.sort()).toEqual([...methodSectionNames].sort())
  })

  test('PEBBLE is PEBBLE: nothing of its relatives', () => {
    expect(design('pebble')).toEqual({})
    const { config } = loadConfig({})
    expect(config.session).toMatchObject({ recent: 100, history: 0, branching: 0, expert: 0, segment: 50 })
    expect(config.reward).toMatchObject({ members: 3, width: 256, depth: 3, learningRate: 3e-4, accuracy: 0.97 })
    expect(config.pretraining).toMatchObject({ steps: 9000, neighbours: 5, criticUpdates: 100 })
    expect(config.query).toBe('disagreement')
  })

  test.each([
    [
      'surf',
      {
        crops: { window: 0.1, shortest: 0.9, longest: 1.1, copies: 1 },
        pseudoLabels: { perLabel: 10, batchRatio: 4, threshold: 0.99 },
      },
    ],
    [
      'qpa',
      {
        members: 1,
        newestEpisodes: 10,
        recentReplay: { episodes: 10, share: 0.5 },
        crops: { window: 0, shortest: 0.7, longest: 0.9, copies: 20 },
      },
    ],
    ['star', { labelSmoothing: 0.05 }],
    [
      'rime',
      {
        denoising: { alpha: 0.5, firstTolerance: 3, lastTolerance: 1, passes: 600, flip: 0.001, warmup: 50 },
        warmStart: { updates: 5 },
      },
    ],
    ['pref-ppo', {}],
    ['heron', {}],
  ])('%s has the published settings', (id, expected) => {
    expect(design(id)).toEqual(expected)
  })

  test("RUNE's bonus is 0.05 at first and fades by a hundred thousandth with every step", () => {
    const { bonus } = design('rune')
    expect(bonus).toMatchObject({ fades: true })
    expect(bonus!.after(0)).toBe(0.05)
    expect(bonus!.after(100_000)).toBeCloseTo(0.05 * 0.367878, 6)
    expect(design('rune', 'rune.decay=0').bonus).toMatchObject({ fades: false })
    expect(design('rune', 'rune.decay=0', 'rune.bonus=1.5').bonus!.after(1e6)).toBe(1.5)
  })

  test('QPA without copies learns from whole segments, as its authors do on Meta-World', () => {
    expect(design('qpa', 'qpa.copies=0')).not.toHaveProperty('crops')
  })
})

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.clean())

/** @param when the phase in which it is stopped; to its end when absent */
async function trained(name: string, overrides: readonly string[], when?: string) {
  const run = await smokeRun(folder.path, name, overrides)
  const stop = new AbortController()
  const reporter = {
    report: (event: ReportEvent) => {
      if (event.kind === 'phase' && event.name === when) stop.abort()
    },
  }
  try {
    await train({ run, reporter, signal: stop.signal })
    return readFileSync(run.file('policy.onnx'))
  } finally {
    run.close()
  }
}

describe.each(preferential.map(({ id }) => id))('%s', { timeout: 120_000 }, (id) => {
  const told = [`method=${id}`, 'steps=2400', ...(settings[id] ?? [])]

  test('goes on bit for bit after it was stopped, while pretraining as while learning, and leaves nothing behind', async () => {
    const before = { sessions: liveSessions(), worlds: liveWorlds() }
    const whole = await trained('whole', told)
    for (const when of ['pretraining', 'learning']) {
      await expect(trained(when, told, when)).rejects.toThrow(InterruptedError)
      const again = reopen(folder.path, when)
      const { labels } = await train({ run: again, reporter: quiet, signal: new AbortController().signal })
      again.close()
      expect(labels).toBe(8)
      expect(readFileSync(again.file('policy.onnx')).equals(whole)).toBe(true)
    }
    expect({ sessions: liveSessions(), worlds: liveWorlds() }).toEqual(before)
  })
})

describe('a learner that a method cannot be run with', () => {
  test.each([
    ['pref-ppo', 'sac', 'learner=sac is off-policy and method=pref-ppo needs an on-policy learner; type learner=ppo'],
    ['qpa', 'ppo', 'learner=ppo is on-policy and method=qpa needs an off-policy learner; type learner=sac'],
  ])('%s refuses %s by name', async (method, learner, message) => {
    const before = liveWorlds()
    await expect(trained('refused', [`method=${method}`, `learner=${learner}`])).rejects.toThrow(message)
    expect(liveWorlds()).toBe(before)
  })
})

test('methods that learn in other ways come to other policies', { timeout: 60_000 }, async () => {
  const policies = new Set<string>()
  for (const id of ['pebble', 'surf', 'rune', 'qpa', 'star', 'rime']) {
    const run = await smokeRun(folder.path, id, [`method=${id}`, 'steps=2400', ...(settings[id] ?? [])])
    await train({ run, reporter: quiet, signal: new AbortController().signal })
    run.close()
    policies.add(readFileSync(run.file('checkpoints/policy.safetensors')).toString('base64'))
  }
  expect(policies.size).toBe(6)
})
