// Builds the page with Vite in a process of its own: the builder's memory and settings stay out of a training run.

import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** @throws one line that says what went wrong. */
export async function buildPage({ root, folder }: { readonly root: string; readonly folder: string }): Promise<void> {
  const config = join(root, 'viewer', 'client', 'vite.config.ts')
  const settings = ['build', '--config', config, '--outDir', folder, '--logLevel', 'error']
  const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' }
  try {
    await promisify(execFile)(process.execPath, [viteProgram(), ...settings], { cwd: root, env })
  } catch (error) {
    throw new Error(firstLine((error as { stderr?: string }).stderr) ?? String(error))
  }
}

function viteProgram(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve('vite/package.json')
    return join(dirname(manifest), 'bin', 'vite.js')
  } catch {
    throw new Error('vite is not installed: type npm ci')
  }
}

function firstLine(text: string | undefined): string | undefined {
  return text?.split('\n').find((line) => line.trim() !== '')
}
