import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import type { Comparison } from '../../../support/programs/compare-on-device.ts'
import { softwareVulkan } from '../../../support/software-vulkan.ts'

/**
 * A processor takes many seconds to translate the shaders of one program: two stand for all here, a gradient with an
 * optimiser and a split that is too wide for a shader. agents/tensor/EXECUTORS.md tells how to compare all.
 */
const programs = ['many-pieces', 'regression/relu']
const program = fileURLToPath(new URL('../../../support/programs/compare-on-device.ts', import.meta.url))

/** Rejects where the process crashes, at its end too. */
async function compare(environment: Readonly<Record<string, string>>): Promise<Comparison> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program, 'webgpu', ...programs], {
    env: { ...process.env, ...environment },
  })
  return JSON.parse(stdout)
}

let comparison: Comparison

beforeAll(async () => {
  comparison = await compare({})
  const software = 'unusable' in comparison ? await softwareVulkan() : undefined
  if (software) comparison = await compare(software)
  if ('unusable' in comparison) process.stderr.write(`webgpu is not tested here: ${comparison.unusable}\n`)
})

test('webgpu answers as eager does, on a graphics card or on one in software, and leaves nothing behind', ({
  skip,
}) => {
  if ('unusable' in comparison) return skip(comparison.unusable)
  expect(Object.keys(comparison.differences)).toEqual(programs)
  for (const [name, { relative, at }] of Object.entries(comparison.differences)) {
    expect(relative, `${name}: ${at}`).toBeLessThan(1e-4)
  }
  expect(comparison.leaked).toBe(0)
})
