import { describe, expect, test } from 'vitest'
import { type AlignmentOptions, align, alignmentDefaults } from '../../../rewards/alignment/align.ts'
import { AlignmentError, UnsettledPlanError } from '../../../rewards/alignment/errors.ts'
import { trackOf } from '../../../rewards/alignment/track.ts'
import { randomStream } from '../../../sim/random.ts'
import { type ReachTask, reachTrack } from '../../support/tracks.ts'

const segments = 30

function sideOf(task: string, reach: ReachTask, seed: number) {
  const random = randomStream(seed, task)
  const quality = Array.from({ length: segments }, () => random.uniform(0, 1))
  const tracks = quality.map((good, index) => reachTrack(reach, good, random, `${task}-${index}`))
  return { side: { task, actionSize: 4, tracks }, quality }
}

/** Two tasks whose good segments go different ways, and answers about every second pair of the first. */
function problem(seed: number, settings: Partial<AlignmentOptions['settings']> = {}) {
  const source = sideOf('source', { goal: [0, 0.2, 0], noise: 0.004 }, seed)
  const target = sideOf('target', { goal: [0.3, 0, 0.1], noise: 0.006 }, seed)
  const labels = source.quality.flatMap((good, first) =>
    source.quality.flatMap((other, second) =>
      second > first && (first + second) % 2 === 0 ? [{ first, second, label: Number(good > other) }] : [],
    ),
  )
  const options: AlignmentOptions = {
    ...{ source: source.side, target: target.side, labels },
    settings: { ...alignmentDefaults, ...settings },
  }
  return { options, quality: target.quality }
}

function accuracy({ options, quality }: ReturnType<typeof problem>): number {
  const { transfer } = align(options)
  let [right, pairs] = [0, 0]
  for (let first = 0; first < segments; first++) {
    for (let second = 0; second < first; second++) {
      pairs++
      right += Number(transfer(first, second).label > 0.5 === quality[first]! > quality[second]!)
    }
  }
  return right / pairs
}

const seeds = [1, 2, 3, 4]

describe('labels of the source', () => {
  test('order the target as its quality does on every seed', () => {
    for (const seed of seeds) expect(accuracy(problem(seed))).toBeGreaterThan(0.85)
  })

  test('are upside down on some seeds without task-free features: a plan sees distances alone', () => {
    const found = seeds.map((seed) => accuracy(problem(seed, { alpha: 0, orientation: 'none' })))
    expect(Math.min(...found)).toBeLessThan(0.2)
  })

  test('are turned by features where the plan alone would have them upside down', () => {
    for (const seed of seeds) expect(accuracy(problem(seed, { alpha: 0 }))).toBeGreaterThan(0.8)
  })

  test('are turned by one answer about the target too', () => {
    for (const seed of seeds) {
      const { options, quality } = problem(seed, { alpha: 0, orientation: 'anchor' })
      const [best, worst] = [Math.max(...quality), Math.min(...quality)].map((each) => quality.indexOf(each))
      const anchor = { first: best!, second: worst!, label: 1 }
      expect(accuracy({ options: { ...options, anchor }, quality })).toBeGreaterThan(0.8)
    }
  })

  test('say whether they were turned, and on what evidence', () => {
    const plain = seeds.map((seed) => align(problem(seed, { alpha: 0 }).options))
    expect(plain.some(({ turned }) => turned)).toBe(true)
    expect(plain.every(({ turned, agreement }) => turned === agreement < 0)).toBe(true)
    expect(align(problem(1, { orientation: 'none' }).options)).toMatchObject({ agreement: 0, turned: false })
  })
})

describe('what cannot be aligned is named', () => {
  const { options } = problem(1)

  test('different action spaces', () => {
    const target = { ...options.target, actionSize: 7 }
    expect(() => align({ ...options, target })).toThrow(
      'source has actions of 4 numbers and target of 7; labels are transferred between tasks with the same action space',
    )
  })

  test('too few segments', () => {
    const target = { ...options.target, tracks: options.target.tracks.slice(0, 3) }
    expect(() => align({ ...options, target })).toThrow('target has 3 segments, expected 4 or more; draw more of them')
  })

  test('segments of two lengths', () => {
    const [one, ...others] = options.source.tracks
    const shorter = { ...one!, ref: { ...one!.ref, length: 5 } }
    const source = { ...options.source, tracks: [shorter, ...others] }
    expect(() => align({ ...options, source })).toThrow('source has segments of 5 and 8 decisions, expected one length')
  })

  test('no labels, none that decides, all on one side', () => {
    const all = (label: number) => options.labels.map((each) => ({ ...each, label }))
    expect(() => align({ ...options, labels: [] })).toThrow('the source task has no labels')
    expect(() => align({ ...options, labels: all(0.5) })).toThrow(/none of the \d+ source labels prefers a segment/)
    expect(() => align({ ...options, labels: all(1) })).toThrow(
      /all \d+ decided source labels prefer the first segment/,
    )
    expect(() => align({ ...options, labels: all(0) })).toThrow(/prefer the second segment; expected both sides/)
  })

  test('labels that are no labels, or about nothing', () => {
    const broken = (label: object) => ({ ...options, labels: [{ ...options.labels[0]!, ...label }] })
    expect(() => align(broken({ label: Number.NaN }))).toThrow('found the label NaN, expected a number from 0 to 1')
    expect(() => align(broken({ second: segments }))).toThrow(
      `a label is about segments 0 and ${segments} of ${segments}`,
    )
  })

  test('an anchor that nobody gave', () => {
    const settings = { ...options.settings, orientation: 'anchor' as const }
    expect(() => align({ ...options, settings })).toThrow(
      'orientation is anchor, and no label of the target task was given',
    )
  })

  test('a plan that did not converge, which turns into no label', () => {
    const hurried = { ...options, settings: { ...options.settings, iterations: 2 } }
    expect(() => align(hurried)).toThrow(UnsettledPlanError)
    expect(() => align(hurried)).toThrow('the plan did not converge within 2 iterations')
    expect(new UnsettledPlanError(2, 1)).toBeInstanceOf(AlignmentError)
  })

  test('numbers that are none, with their decision', () => {
    const observations = new Float32Array(39 * 12)
    observations[39 * 7 + 5] = Number.NaN
    const layout = { hand: 0, opening: 3, object: 4 }
    const episode = { observations, observationSize: 39 }
    const ref = { episode: 'torn', start: 2, length: 8 }
    expect(() => trackOf(ref, episode, layout)).toThrow(
      "episode 'torn' holds NaN at decision 7; leave it out of the data",
    )
    expect(trackOf({ ...ref, length: 4 }, episode, layout).states).toHaveLength(35)
  })
})
