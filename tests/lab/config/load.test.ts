import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LoadRequest, loadConfig } from '../../../lab/config/load.ts'
import { UserError } from '../../../lab/errors/user-error.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(text: string): string {
  const path = join(folder, 'my.yaml')
  writeFileSync(path, text)
  return path
}

const known = { task: ['drawer-open', 'push'], method: ['pebble'] }
const override = (...overrides: string[]): LoadRequest => ({ overrides, known })

function complaint(request: LoadRequest): string {
  try {
    loadConfig(request)
  } catch (error) {
    expect(error).toBeInstanceOf(UserError)
    const { message, kind } = error as UserError
    expect(kind).toBe('asked-wrongly')
    expect(message).not.toContain('\n')
    return message
  }
  throw new Error('expected an error')
}

describe('loadConfig', () => {
  test('takes defaults, then the preset, then the command line', () => {
    const { config, source } = loadConfig({ from: 'smoke', overrides: ['seed=7', 'sac.width=32', 'task=push'] })
    expect(source).toBe('preset smoke')
    expect(config).toMatchObject({ seed: 7, task: 'push', labels: 8, sac: { width: 32, depth: 1, batch: 16 } })
  })

  test('takes a file, in which a section may be empty', () => {
    const path = file('seed: 3\nsac:\n  # width: 3\nreward:\n  width: 8\n')
    expect(loadConfig({ from: path })).toMatchObject({ source: path, config: { seed: 3, reward: { width: 8 } } })
  })

  test('reads values on the command line as in a file', () => {
    const { config } = loadConfig(override('steps=1e5', 'physics=fast', 'sac.learningRate=0.5', 'minutes=2.5'))
    expect(config).toMatchObject({ steps: 100_000, physics: 'fast', minutes: 2.5, sac: { learningRate: 0.5 } })
  })

  test('lets the last of two equal keys win', () => {
    expect(loadConfig(override('seed=1', 'seed=2')).config.seed).toBe(2)
  })
})

describe('loadConfig explains', () => {
  test('an unknown key, with the nearest known ones', () => {
    expect(complaint(override('sca.width=3'))).toMatch(
      /^unknown key "sca.width" \(from the command line\); nearest: sac\.width, .+\. rapref train --help lists all keys$/,
    )
    const path = file('sed: 3')
    expect(complaint({ from: path })).toContain(`unknown key "sed" (from ${path}); nearest: seed`)
    expect(complaint(override('__proto__.width=3'))).toContain('unknown key "__proto__.width"')
  })

  test('a value out of range, with the range and what to type', () => {
    expect(complaint(override('sac.width=0'))).toBe(
      'sac.width is 0 (from the command line); expected a whole number from 1 to 4096. Type sac.width=256, for example',
    )
    const path = file('sac:\n  tau: 2')
    expect(complaint({ from: path })).toContain(`sac.tau is 2 (from ${path}); expected a number above 0 to 1`)
  })

  test('a value of the wrong kind, or none', () => {
    expect(complaint(override('seed=1.5'))).toContain('seed is 1.5 (from the command line); expected a whole number')
    expect(complaint(override('seed=one'))).toContain('seed is "one"')
    expect(complaint(override('seed='))).toContain('seed is empty')
    expect(complaint(override('physics=slow'))).toContain('expected one of accurate, fast')
    expect(complaint(override('reward.loss=rpdo'))).toContain(
      'expected one of bradley-terry, rdpo, lcpo, irepo. Type reward.loss=rdpo, for example',
    )
    expect(complaint(override('robot=swayer'))).toContain(
      'robot is "swayer" (from the command line); expected one of panda, sawyer',
    )
    expect(complaint(override('task={a: 1}'))).toContain('unknown task "{a: 1}"')
  })

  test('a section used as a key, and a word that is no setting', () => {
    expect(complaint(override('checkpoint=3'))).toBe(
      'checkpoint (from the command line) is a section; expected one of checkpoint.every',
    )
    expect(complaint(override('seed'))).toContain('found "seed", expected a setting such as seed=2')
  })

  test('an unknown name, with the nearest and where it stands', () => {
    expect(complaint(override('task=drawr-open'))).toBe(
      'unknown task "drawr-open": did you mean "drawer-open"? Known: drawer-open, push. (task is from the command line)',
    )
    expect(complaint({ known: { device: ['cpu'] } })).toContain('(device is from the defaults)')
  })

  test('an unknown preset, a file that is not there, and a file that is not YAML', () => {
    expect(complaint({ from: 'quikstart' })).toContain('unknown preset "quikstart": did you mean "quickstart"?')
    expect(complaint({ from: './no.yaml' })).toContain('found no file ./no.yaml; expected a YAML file, or a preset: ')
    const path = file('seed: 3\ntask: a: b')
    expect(complaint({ from: path })).toContain(`${path} line 2: `)
    expect(complaint({ from: file('- seed') })).toContain('found no settings, expected lines such as "seed: 2"')
  })
})
