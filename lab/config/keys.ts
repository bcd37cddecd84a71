// The keys of the configuration as data, read off the schema: for help, for errors and for the nearest known key.

import { z } from 'zod'
import { configSchema } from './schema.ts'

export interface ConfigKey {
  /** Dotted, such as `sac.width`. */
  readonly key: string
  readonly describe: string
  /** What may stand there, in words: `a whole number from 1 to 4096`. */
  readonly expected: string
  readonly fallback: unknown
  /** What may be typed, where it is not the default. */
  readonly example?: unknown
  /** All that may stand there, where it is one of a few names. */
  readonly names?: readonly string[]
}

export interface ConfigSection {
  readonly key: string
  readonly describe: string
  readonly keys: readonly ConfigKey[]
}

/** The part of JSON Schema that zod writes for this configuration. */
interface Node {
  readonly type?: string
  readonly description?: string
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
  readonly exclusiveMaximum?: number
  readonly properties?: Readonly<Record<string, Node>>
}

const root = z.toJSONSchema(configSchema, { io: 'input' }) as Node

/** Sections in the order of the schema; the first, named '', holds the keys without a dot. */
export const configSections: readonly ConfigSection[] = [
  { key: '', describe: 'The run', keys: leaves(root, '') },
  ...Object.entries(root.properties ?? {})
    .filter(([, node]) => node.properties)
    .map(([key, node]) => ({ key, describe: node.description ?? '', keys: leaves(node, `${key}.`) })),
]

export const configKeys: ReadonlyMap<string, ConfigKey> = new Map(
  configSections.flatMap((section) => section.keys.map((each) => [each.key, each])),
)

function leaves(parent: Node, prefix: string): ConfigKey[] {
  return Object.entries(parent.properties ?? {})
    .filter(([, node]) => !node.properties)
    .map(([name, node]) => ({
      key: prefix + name,
      describe: node.description ?? '',
      expected: expectation(node),
      fallback: node.default,
      ...(node.examples ? { example: node.examples[0] } : {}),
      ...(node.enum ? { names: node.enum } : {}),
    }))
}

function expectation(node: Node): string {
  if (node.enum) return `one of ${node.enum.join(', ')}`
  if (node.type === 'boolean') return 'true or false'
  if (node.type === 'string') return 'a name'
  if (node.type === 'array') return 'a list with at least one entry'
  const kind = node.type === 'integer' ? 'a whole number' : 'a number'
  const least = node.exclusiveMinimum === undefined ? `from ${node.minimum}` : `above ${node.exclusiveMinimum}`
  const most = node.exclusiveMaximum === undefined ? `to ${node.maximum}` : `and below ${node.exclusiveMaximum}`
  return `${kind} ${least} ${most}`
}
