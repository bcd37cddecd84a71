// Presets that come with the package: commented YAML files in lab/presets/.

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = new URL('../presets/', import.meta.url)

export function presetNames(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort()
}

export function presetPath(name: string): string {
  return fileURLToPath(new URL(`${name}.yaml`, folder))
}

/** The first sentence of the comment that the preset's file begins with: what it is for. */
export function presetSummary(name: string): string {
  const lines = readFileSync(presetPath(name), 'utf8').split('\n')
  const comment = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('#')),
  )
  const text = comment.map((line) => line.replace(/^#\s*/, '')).join(' ')
  return text.split(/(?<=\.) /)[0] ?? text
}
