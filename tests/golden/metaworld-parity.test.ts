// How the scripted experts do beside Meta-World's own, as tests/bench/peers/parity.ts measured it: the figures that the
// README of envs/ shows.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { metaworldTasks } from '../../envs/metaworld/tasks.ts'

interface Row {
  readonly task: string
  readonly success: number
  readonly originalSuccess: number
  readonly steps: number
  readonly originalSteps: number
  readonly ratio: number
  readonly alike: boolean
  readonly reward: number
  readonly originalReward: number
  readonly sameLayout: boolean
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const { tasks, episodes } = JSON.parse(read('metaworld-parity.json')) as { tasks: Row[]; episodes: number }

/** Where the original's expert dawdles: its half-closed fingers stand on the block until they have crept apart. */
const UNLIKE = ['push-back']

test('every task was compared, over twenty episodes', () => {
  expect(tasks.map(({ task }) => task)).toEqual(metaworldTasks.map(({ id }) => id))
  expect(episodes).toBe(20)
})

test('experts take as long as the original ones, within a factor of 1.5', () => {
  expect(tasks.filter(({ alike }) => !alike).map(({ task }) => task)).toEqual(UNLIKE)
})

test('the reward comes to 10 wherever it does in the original', () => {
  const short = tasks.filter(({ reward, originalReward }) => originalReward >= 9.995 && reward < 9.995)
  expect(short.map(({ task }) => task)).toEqual([])
})

test('observations have the same size and bounds', () => {
  expect(tasks.filter(({ sameLayout }) => !sameLayout).map(({ task }) => task)).toEqual([])
})

test('the table of envs/PARITY.md shows these figures', () => {
  const page = read('../../envs/PARITY.md')
  for (const { task, success, originalSuccess, steps, originalSteps, ratio, reward, originalReward } of tasks) {
    const percent = (share: number) => `${Math.round(100 * share)}%`
    const cells = [task, percent(success), percent(originalSuccess), steps, originalSteps, ratio, reward, originalReward]
    expect(page).toContain(`| ${cells.join(' | ')} |`)
  }
})
