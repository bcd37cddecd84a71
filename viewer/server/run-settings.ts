// The settings of a run as one flat table: dotted names, plain values.

import { parse } from 'yaml'
import type { Settings } from '../protocol/run.ts'

export interface SettingsReader {
  /**
   * @param text a config.yaml; a torn or foreign one says nothing
   * @returns its settings in blocks; the same block of text, in this file or another, is the same object
   */
  blocks(text: string): readonly Settings[]
}

/**
 * What a run writes, `name: value` with sections indented by two, is read by the block, and a block that was seen before
 * is not read again: in a folder of ten thousand runs most are alike. Any other YAML is left to a parser.
 */
export function settingsReader(): SettingsReader {
  const seen = new Map<string, Settings | undefined>()

  function readBlock(text: string): Settings | undefined {
    if (!seen.has(text)) seen.set(text, readPlainBlock(text))
    return seen.get(text)
  }

  return {
    blocks(text) {
      const blocks: Settings[] = []
      for (const block of text.split(/\n(?! )/)) {
        if (block === '' || block.startsWith('#')) continue
        const settings = readBlock(block)
        if (settings === undefined) return [readAny(text)]
        blocks.push(settings)
      }
      return blocks
    },
  }
}

export function readSettings(text: string): Settings {
  return Object.assign({}, ...settingsReader().blocks(text))
}

/** @returns undefined where the block is not of the plain kind */
function readPlainBlock(text: string): Settings | undefined {
  const [head = '', ...inner] = text.split('\n')
  const [, name, value] = /^([\w-]+):(?: (\S.*))?$/.exec(head) ?? []
  if (name === undefined) return undefined
  if (inner.length === 0) return withPlain({}, name, value)
  if (value !== undefined) return undefined
  let found: Settings | undefined = {}
  for (const line of inner) {
    const [, key, value] = /^ {2}([\w-]+): (\S.*)$/.exec(line) ?? []
    found = found && key === undefined ? undefined : found && withPlain(found, `${name}.${key}`, value)
  }
  return found
}

function withPlain(settings: Settings, name: string, text: string | undefined): Settings | undefined {
  const value = plainValue(text)
  return value === undefined ? undefined : { ...settings, [name]: value }
}

function plainValue(text: string | undefined): string | number | boolean | undefined {
  if (text === 'true' || text === 'false') return text === 'true'
  if (text === undefined || !/^[\w.+-]+$/.test(text) || /^(null|yes|no|on|off|0\d.*|0x.*)$/i.test(text))
    return undefined
  const number = Number(text)
  return Number.isNaN(number) ? text : number
}

function readAny(text: string): Settings {
  try {
    return flatten(parse(text))
  } catch {
    return {}
  }
}

function flatten(value: unknown, prefix = ''): Settings {
  if (typeof value !== 'object' || value === null) return {}
  const parts = Object.entries(value).map(([name, inner]) => {
    if (isPlain(inner)) return { [prefix + name]: inner }
    return Array.isArray(inner) ? { [prefix + name]: JSON.stringify(inner) } : flatten(inner, `${prefix}${name}.`)
  })
  return Object.assign({}, ...parts)
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
