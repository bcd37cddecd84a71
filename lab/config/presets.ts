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

/** The first comment line of the preset's file: what it is for. */
export function presetSummary(name: string): string {
  const [first = ''] = readFileSync(presetPath(name), 'utf8').split('\n')
  return first.replace(/^#\s*/, '')
}
