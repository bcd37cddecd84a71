import { expect, test } from 'vitest'
import { loadConfig } from '../../../../lab/config/load.ts'
import { parseSweepFile } from '../../../../lab/sweep/file/read-file.ts'
import { runIdentity } from '../../../../lab/sweep/plan/identity.ts'
import { plannedConfig, planSweep } from '../../../../lab/sweep/plan/plan.ts'

const builds = { version: '0.1.0', engine: 'rapier 1' }
const planOf = (text: string, version = '0.1.0') =>
  planSweep({
    source: {
      file: parseSweepFile(`preset: smoke\nout: a\n${text}`, 'a.yaml'),
      path: 'a.yaml',
      text,
      question: 'Why?',
    },
    builds: { ...builds, version },
    known: { task: ['drawer-open', 'push'] },
    scoreOf: () => undefined,
  })

test('the same file gives the same plan, and a larger one the same runs and more', () => {
  const small = planOf('grid: {teacher: [oracle, skip]}\nseeds: 2')
  expect(planOf('grid: {teacher: [oracle, skip]}\nseeds: 2')).toEqual(small)
  const large = planOf('grid: {teacher: [oracle, skip]}\nseeds: 3').runs.map(({ id }) => id)
  expect(large).toHaveLength(6)
  expect(large).toEqual(expect.arrayContaining(small.runs.map(({ id }) => id)))
})

test('a planned run has the identity and the configuration of the same run typed by hand', () => {
  const plan = planOf('grid: {sac.width: [8]}\nseeds: [4]')
  const { config } = loadConfig({ from: 'smoke', overrides: ['sac.width=8', 'seed=4'] })
  expect(plan.runs[0]!.id).toBe(runIdentity(config, builds))
  expect(plannedConfig(plan, plan.runs[0]!)).toEqual(config)
  expect(plannedConfig(JSON.parse(JSON.stringify(plan)), plan.runs[0]!)).toEqual(config)
})

test('what is compared is told apart from tasks and seeds, and is the method where nothing else is', () => {
  const plan = planOf('grid: {task: [drawer-open, push], labels: [1, 2]}')
  expect(plan.varied).toEqual(['task', 'labels'])
  expect(plan.runs.map(({ condition, task }) => `${condition} ${task}`)).toEqual([
    'labels=1 drawer-open',
    'labels=2 drawer-open',
    'labels=1 push',
    'labels=2 push',
  ])
  expect(planOf('seeds: 2').runs.map(({ condition }) => condition)).toEqual(['pebble', 'pebble'])
})

test('the same run asked for twice is planned once', () => {
  expect(planOf('list: [{labels: 8}, {}]').runs).toHaveLength(1)
})

test('names of folders differ where identities do', () => {
  const { runs } = planOf(`grid: {labels: [1, 2, 3], teacher: [oracle, skip]}\nseeds: 20`)
  expect(new Set(runs.map(({ name }) => name)).size).toBe(120)
})

test.each([
  ['grid: {task: [drawer-opn]}', 'unknown task "drawer-opn": did you mean "drawer-open"?'],
  ['grid: {labels: [-3]}', 'labels is -3 (from a.yaml); expected a whole number'],
  ['grid: {labels: [1]}\nexclude: [{labels: 1}]', 'a.yaml excludes all of its runs'],
])('%j is refused before anything runs', (text, message) => {
  expect(() => planOf(text)).toThrow(message)
})
