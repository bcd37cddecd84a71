import { describe, expect, test } from 'vitest'
import { readArguments } from '../../../lab/commands/arguments.ts'
import { defineCommand } from '../../../lab/commands/command.ts'

const command = defineCommand({
  name: 'play',
  summary: 'Play',
  example: 'rapref play runs/first',
  words: { usage: '<run>', least: 1, most: 1 },
  options: {
    loud: { kind: 'switch', describe: 'Loudly' },
    policy: { kind: 'text', value: '<name>', describe: 'Who' },
    episodes: { kind: 'integer', value: '<n>', range: [1, 10], describe: 'How many' },
  },
  run: async () => ({ document: null, text: '' }),
})

const read = (...typed: string[]) => readArguments(command, typed)

describe('readArguments', () => {
  test('takes options anywhere and values either way', () => {
    expect(read('--episodes', '3', 'runs/first', '--policy=a=b', '--loud')).toEqual({
      words: ['runs/first'],
      options: { loud: true, policy: 'a=b', episodes: 3, json: false, help: false },
    })
  })

  test('leaves out what was not typed', () => {
    expect(read('x').options).toEqual({ loud: false, policy: undefined, episodes: undefined, json: false, help: false })
  })

  test('takes everything after -- as words', () => {
    expect(read('--', '--loud').words).toEqual(['--loud'])
  })

  test('does not take a negative number for an option', () => {
    expect(read('-3').words).toEqual(['-3'])
  })

  test('does not count words when help is wanted', () => {
    expect(read('--help').options.help).toBe(true)
  })
})

describe('readArguments explains', () => {
  test.each([
    [['x', '--lout'], 'unknown option "--lout" of rapref play; nearest: --loud, '],
    [['x', '-loud'], 'unknown option "-loud" of rapref play; nearest: --loud'],
    [['x', '--constructor'], 'unknown option "--constructor"'],
    [['x', '--loud=yes'], '--loud takes no value, found "yes"; type --loud'],
    [['x', '--policy'], '--policy needs a value, found none; type --policy <name>'],
    [['x', '--policy', '--loud'], '--policy needs a value, found "--loud"; type --policy <name>'],
    [['x', '--episodes', 'many'], '--episodes is "many"; expected a whole number from 1 to 10'],
    [['x', '--episodes', '11'], '--episodes is "11"; expected a whole number from 1 to 10'],
    [['x', '--episodes=1.5'], '--episodes is "1.5"; expected a whole number from 1 to 10'],
    [[], 'found nothing after rapref play, expected <run>; for example: rapref play runs/first'],
    [['x', 'y'], 'found "x y" after rapref play, expected <run>'],
  ])('%j', (typed, message) => {
    expect(() => read(...typed)).toThrow(message)
  })
})
