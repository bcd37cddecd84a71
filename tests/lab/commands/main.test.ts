import { describe, expect, test } from 'vitest'
import { readArguments } from '../../../lab/commands/arguments.ts'
import { commands } from '../../../lab/commands/commands.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import { type } from '../../support/command-line.ts'

describe('rapref', () => {
  test.each(['', 'help', '--help', '-h'])('with "%s" lists every command with what it does', async (line) => {
    const { code, stdout } = await type(line)
    expect(code).toBe(0)
    for (const { name, summary } of commands)
      expect(stdout).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 20)}`, 'm'))
  })

  test('says its version', async () => {
    expect((await type('--version')).stdout).toBe(`${packageJson.version}\n`)
  })

  test('names the nearest command to one that it does not know', async () => {
    const { code, stdout, stderr } = await type('trian quickstart')
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^rapref: unknown command "trian": did you mean "train"\? Commands: start, train, .*\n$/)
  })
})

describe.each(commands.map((command) => [command.name, command] as const))('rapref %s', (name, command) => {
  test('--help shows its usage, its options and an example', async () => {
    const { code, stdout } = await type(`${name} --help`)
    expect(code).toBe(0)
    expect(stdout).toContain(`Usage: rapref ${name}`)
    expect(stdout).toContain(`Example:\n  ${command.example}`)
    for (const option of [...Object.keys(command.options), 'json', 'help']) expect(stdout).toContain(`  --${option}`)
  })

  test('help comes by either way of asking', async () => {
    expect((await type(`help ${name}`)).stdout).toBe((await type(`${name} -h`)).stdout)
  })

  test('its example is one that it understands', async () => {
    const [program, typed, ...rest] = command.example.split(' ')
    expect([program, typed]).toEqual(['rapref', name])
    expect(() => readArguments(command, rest)).not.toThrow()
  })

  test('refuses an option that it does not have, in one line', async () => {
    const { code, stderr } = await type(`${name} --jsn`)
    expect(code).toBe(2)
    expect(stderr).toMatch(new RegExp(`^rapref: unknown option "--jsn" of rapref ${name}; nearest: --.*\n$`))
  })
})
