// Every import of every source file: static, dynamic, of types, re-exported, and files named by `new URL`.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix } from 'node:path'
import { parseSync } from 'vite'

export interface Import {
  /** A path from the root for a file, or the package's name, or `node:` and a module. */
  readonly to: string
  readonly of: 'file' | 'package' | 'node'
  readonly typesOnly: boolean
}

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
}

const ending = /\.(ts|mts|js|mjs)$/
/** Of these names, wherever; and what commands write beside the rooms. */
const namesLeftOut = new Set(['node_modules', 'dist'])
const pathsLeftOut = new Set(['runs', 'recordings'])

/** Source files below a folder, sorted by path. Folders that begin with a dot hold none. */
export function sourcePaths(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name)
      if (!entry.isDirectory()) return ending.test(entry.name) || path === 'bin/rapref' ? [path] : []
      const leftOut = entry.name.startsWith('.') || namesLeftOut.has(entry.name) || pathsLeftOut.has(path)
      return leftOut ? [] : sourcePaths(root, path)
    })
    .sort()
}

export function readSources(root: string, paths = sourcePaths(root)): SourceFile[] {
  return paths.map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, lines: text.split('\n').length - 1, imports: importsOf(root, path, text) }
  })
}

function importsOf(root: string, path: string, text: string): Import[] {
  const { program, errors } = parseSync(ending.test(path) ? path : `${path}.js`, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const found: Import[] = []
  visit(program, (node) => {
    const specifier = specifierIn(node)
    if (specifier !== undefined) found.push(resolve(root, path, specifier, onlyTypes(node)))
  })
  return found
}

type Node = { readonly type: string } & Readonly<Record<string, unknown>>

function visit(value: unknown, seen: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, seen)
  else if (typeof value === 'object' && value !== null) {
    if ('type' in value && typeof value.type === 'string') seen(value as Node)
    for (const each of Object.values(value)) visit(each, seen)
  }
}

/** What a node imports, where it does; a computed specifier is an error, because nobody could check it. */
function specifierIn(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'TSImportType':
    case 'ExportNamedDeclaration':
      return literal(node.source)
    case 'ImportExpression':
      return literal(node.source) ?? computed
    case 'NewExpression':
      return isName(node.callee, 'URL') && (node.arguments as Node[]).length === 2 ? fileNamed(node) : undefined
    case 'CallExpression':
      return isName(node.callee, 'require') ? (literal((node.arguments as Node[])[0]) ?? computed) : undefined
    default:
      return undefined
  }
}

const computed = 'computed:'

/** `new URL('./worker.ts', import.meta.url)` names source; other files are data. */
function fileNamed(node: Node): string | undefined {
  const name = literal((node.arguments as Node[])[0])
  return name !== undefined && ending.test(name) ? name : undefined
}

function literal(node: unknown): string | undefined {
  const value = (node as { value?: unknown } | null | undefined)?.value
  return typeof value === 'string' ? value : undefined
}

function isName(node: unknown, name: string): boolean {
  return (node as Node).type === 'Identifier' && (node as Node).name === name
}

function onlyTypes(node: Node): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true
  const specifiers = node.specifiers as Node[] | undefined
  return (
    (specifiers ?? []).length > 0 && (specifiers ?? []).every((each) => (each.importKind ?? each.exportKind) === 'type')
  )
}

function resolve(root: string, path: string, specifier: string, typesOnly: boolean): Import {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('.')) {
    const to = posix.join(posix.dirname(path), bare)
    if (!existsSync(join(root, to))) throw new Error(`${path} imports ${specifier}, and there is no ${to}`)
    return { to, of: 'file', typesOnly }
  }
  if (bare.startsWith('node:') || builtinModules.includes(bare)) {
    return { to: `node:${bare.replace(/^node:/, '')}`, of: 'node', typesOnly }
  }
  const name = bare
    .split('/')
    .slice(0, bare.startsWith('@') ? 2 : 1)
    .join('/')
  return { to: name, of: 'package', typesOnly }
}

/** Circles of imports, each as the files along it; imports of types count. */
export function circles(files: readonly SourceFile[]): string[][] {
  const edges = new Map(
    files.map(({ path, imports }) => [path, imports.filter(({ of }) => of === 'file').map(({ to }) => to)]),
  )
  const state = new Map<string, 'open' | 'closed'>()
  const found: string[][] = []
  const trail: string[] = []
  const walk = (path: string): void => {
    if (state.get(path) === 'closed') return
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path])
      return
    }
    state.set(path, 'open')
    trail.push(path)
    for (const to of edges.get(path) ?? []) walk(to)
    trail.pop()
    state.set(path, 'closed')
  }
  for (const path of edges.keys()) walk(path)
  return found
}
