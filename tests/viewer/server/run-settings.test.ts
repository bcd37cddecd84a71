import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadConfig } from '../../../lab/config/load.ts'
import { renderConfig } from '../../../lab/config/render.ts'
import { readSettings, settingsReader } from '../../../viewer/server/run-settings.ts'

const text = '# made by\ntask: push\nseed: 3\nsac:\n  width: 64\n  learningRate: 1e-3\n  fast: true\nteacher: noisy\n'

test('settings are read by their dotted names', () => {
  expect(readSettings(text)).toEqual({
    task: 'push',
    seed: 3,
    'sac.width': 64,
    'sac.learningRate': 0.001,
    'sac.fast': true,
    teacher: 'noisy',
  })
})

test('what a run writes is read as a parser of YAML reads it', () => {
  const { config, source } = loadConfig({ from: 'quickstart' })
  const written = renderConfig(config, source)
  const flat: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(parse(written) as object)) {
    if (typeof value !== 'object') flat[name] = value
    else for (const [inner, plain] of Object.entries(value as object)) flat[`${name}.${inner}`] = plain
  }
  expect(readSettings(written)).toEqual(flat)
  expect(Object.keys(flat).length).toBeGreaterThan(40)
})

test.each([
  ['a: "two words"\nb: 1\n', { a: 'two words', b: 1 }],
  ['a: [1, 2]\n', { a: '[1,2]' }],
  ['a:\n    b:\n        c: 1\n', { 'a.b.c': 1 }],
  ['a: no\nb: 010\n', parse('a: no\nb: 010\n')],
  ['a: ~\nb: 1\n', { b: 1 }],
  ['{', {}],
  ['3', {}],
  ['', {}],
])('other YAML is left to a parser: %j', (yaml, settings) => {
  expect(readSettings(yaml)).toEqual(settings)
})

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ':', ' ', '\n', '-', '1', '#', '"') }), (yaml) => {
      expect(typeof readSettings(yaml)).toBe('object')
    }),
  )
})

test('blocks that are alike are one object', () => {
  const reader = settingsReader()
  const [one, other] = [reader.blocks(text), reader.blocks(text.replace('seed: 3', 'seed: 4'))]
  expect(one.map((block, i) => block === other[i])).toEqual([true, false, true, true])
})
