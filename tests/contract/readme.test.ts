import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readArguments } from '../../lab/commands/arguments.ts'
import { commands } from '../../lab/commands/commands.ts'
import { knownNames } from '../../lab/commands/known-names.ts'
import { loadConfig } from '../../lab/config/load.ts'
import packageJson from '../../package.json' with { type: 'json' }

const root = resolve(import.meta.dirname, '../..')

/** Everything between backticks, and the lines of code blocks. */
function codeIn(text: string): string[] {
  const blocks = [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].flatMap((match) => match[1]!.trim().split('\n'))
  const inline = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map((match) => match[1]!)
  return [...blocks, ...inline]
}

describe.each(['README.md', 'lab/README.md'])('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8')
  const codes = codeIn(text)

  test('names only paths that exist', () => {
    const folder = file === 'README.md' ? root : join(root, 'lab')
    const made = /^(runs|recordings)\b|report\.html$/
    const paths = codes.filter((code) => /^[\w.-]+(\/[\w.-]*)+$|^[\w-]+\.(ts|yaml|md)$/.test(code) && !made.test(code))
    expect(paths.length).toBeGreaterThan(5)
    expect(paths.filter((path) => !existsSync(join(folder, path)))).toEqual([])
  })

  test('names only commands that can be typed', () => {
    for (const line of codes.flatMap((code) => code.split('&&').map((each) => each.trim()))) {
      const words = line.split(/\s+/)
      if (words[0] === 'npm') expect(() => checkNpm(words), line).not.toThrow()
      if (words[0] === 'npx') expect(() => checkRapref(words.slice(1)), line).not.toThrow()
    }
  })
})

test('the README names every command', () => {
  const text = readFileSync(join(root, 'README.md'), 'utf8')
  for (const { name } of commands) expect(text).toContain(`npx rapref ${name}`)
})

test('a path or a command that does not exist would be found', () => {
  expect(() => checkRapref(['rapref', 'trian'])).toThrow('trian')
  expect(() => checkRapref(['rapref', 'train', 'quickstart', 'sed=3'])).toThrow('unknown key "sed"')
  expect(() => checkNpm(['npm', 'strat'])).toThrow('strat')
  expect(codeIn('a `b/c.ts` d\n```sh\nnpm ci && npm x\n```\n')).toEqual(['npm ci && npm x', 'b/c.ts'])
})

function checkNpm([, verb = '', script = '']: readonly string[]): void {
  if (verb === 'ci' || verb === 'install') return
  const name = verb === 'run' ? script : verb
  if (!(name in packageJson.scripts)) throw new Error(`there is no script ${name}`)
}

function checkRapref([program, name, ...rest]: readonly string[]): void {
  if (name === undefined) return
  const command = commands.find((each) => each.name === name)
  if (program !== 'rapref' || command === undefined) throw new Error(`there is no command ${program} ${name}`)
  const { words } = readArguments(command, rest)
  const overrides = words.filter((word) => word.includes('='))
  if (overrides.length > 0) loadConfig({ overrides, known: knownNames })
}
