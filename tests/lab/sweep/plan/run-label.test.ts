import { expect, test } from 'vitest'
import type { Scalar } from '../../../../lab/sweep/file/schema.ts'
import { conditionKeys, conditionLabel, runName, variedKeys } from '../../../../lab/sweep/plan/run-label.ts'

const one = (settings: Record<string, Scalar>, condition?: string) => ({
  settings: new Map(Object.entries(settings)),
  ...(condition === undefined ? {} : { condition }),
})

test('keys vary where values differ, or where only some set them', () => {
  expect(variedKeys([one({ a: 1, b: 2 }), one({ a: 1, b: 3, c: 4 })])).toEqual(['b', 'c'])
})

test('what is compared is named by its condition and by what varies besides task and seed', () => {
  const alternative = one({ task: 'push', seed: 3, labels: 100, 'sac.width': 8 }, 'surf')
  const varied = ['task', 'seed', 'labels', 'sac.width']
  expect(conditionLabel(alternative, varied, new Set(['sac.width']))).toBe('surf labels=100')
  expect(conditionLabel(one({ task: 'push' }), varied, new Set())).toBe('')
})

test('the keys of conditions are found in sections too', () => {
  expect([...conditionKeys({ a: null, b: { labels: 1, sac: { width: 2 } } })]).toEqual(['labels', 'sac.width'])
})

test('the name of a folder is plain, however long its condition', () => {
  const run = { task: 'push', seed: 3, id: '0123456789ab' }
  expect(runName({ ...run, condition: 'surf labels=100' })).toBe('surf-labels-100-push-s3-0123456789ab')
  expect(runName({ ...run, condition: `../${'x'.repeat(500)}` })).toMatch(/^x{100}-0123456789ab$/)
})
