import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { ensurePage } from '../../viewer/server/page.ts'

const root = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
let folder: string
let elsewhere: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'package-'))
  elsewhere = join(folder, 'elsewhere')
  mkdirSync(elsewhere)
  // What `prepack` does, but the page is put in place whole: other tests may be serving it.
  await ensurePage({ root, log: () => {} })
  await run(npm, ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root })
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  await unpack(join(folder, tarball))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As `npm install` lays it out, without the network: the declared dependencies, and no others, are at hand. */
async function unpack(tarball: string): Promise<void> {
  const modules = join(elsewhere, 'node_modules')
  mkdirSync(join(modules, '.bin'), { recursive: true })
  await run('tar', ['-xzf', tarball, '-C', modules])
  renameSync(join(modules, 'package'), join(modules, 'rapref'))
  symlinkSync(join('..', 'rapref', packageJson.bin.rapref), join(modules, '.bin', 'rapref'))
  for (const name of Object.keys(packageJson.dependencies)) {
    mkdirSync(join(modules, name, '..'), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction')
  }
}

const rapref = (...args: string[]) =>
  run(process.execPath, [join(elsewhere, 'node_modules', '.bin', 'rapref'), ...args], { cwd: elsewhere })

describe('the package, installed elsewhere', () => {
  test('holds the program and the built page, and neither tests nor runs', () => {
    const installed = join(elsewhere, 'node_modules', 'rapref')
    expect(existsSync(join(installed, 'viewer', 'client', 'dist', 'index.html'))).toBe(true)
    expect(readdirSync(installed).sort()).toEqual(
      [
        'LICENSE',
        'README.md',
        'agents',
        'bin',
        'envs',
        'lab',
        'package.json',
        'rewards',
        'sim',
        'tsconfig.json',
        'viewer',
      ].sort(),
    )
  })

  test('shows its help', async () => {
    expect((await rapref('--help')).stdout).toContain('rapref <command> --help tells more')
  })

  test('simulates', async () => {
    const { stdout } = await rapref('envs', '--json')
    expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ id: 'drawer-open', actionSize: 4 }))
  })

  test('trains through every phase and leaves a run with a report', async () => {
    const { stdout } = await rapref('train', 'smoke', '--json', '--name', 'first')
    expect(JSON.parse(stdout)).toMatchObject({ run: join('runs', 'first'), task: 'drawer-open', labels: 8 })
    expect(readdirSync(join(elsewhere, 'runs', 'first'))).toEqual(
      expect.arrayContaining([
        'config.yaml',
        'labels.jsonl',
        'meta.json',
        'metrics.jsonl',
        'policy.onnx',
        'report.html',
      ]),
    )
  })

  test('asked wrongly, says so in one line and exits with 2', async () => {
    const failure = await rapref('train', 'smok').catch((error: { code: number; stderr: string }) => error)
    expect(failure).toMatchObject({ code: 2, stderr: expect.stringMatching(/^rapref: unknown preset "smok".*\n$/) })
  })
})
