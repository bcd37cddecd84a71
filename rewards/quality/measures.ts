// The quality of labels as sentences for the people who gave them, each with its figure. Repeats, oracle and side are always
// spoken of; haste, slowness and drift where there is a reason to.

import type { AgreementBetween } from './agreement-between.ts'
import type { DriftOf } from './drift.ts'
import { ratio, type Share } from './share.ts'
import type { LabelQuality, Measured, PersonQuality } from './summary.ts'

export interface Measure {
  readonly id:
    | 'answers'
    | 'self-agreement'
    | 'oracle-agreement'
    | 'side-bias'
    | 'hasty'
    | 'slow'
    | 'drift'
    | 'agreement-between'
  /** A sentence, figures included. */
  readonly text: string
  /** The figure itself; null where there is too little to tell. */
  readonly value: number | null
  /** How many answers it rests on. */
  readonly of: number
  /** Worth a second look. */
  readonly worry: boolean
}

/** Chances below this are called more than chance: several things are tested at once. */
const SURE = 0.01
/** Median times of the halves that differ by this factor are worth a word. */
const PACE_FACTOR = 2
/** Agreement of which even the upper end of the interval is below this is not much better than a coin. */
const RELIABLE = 0.8

/** @param reader who reads it: says `your` to the person, where only one answered, and names to anybody else */
export function qualityMeasures(
  { people, between }: LabelQuality,
  reader: 'the person' | 'anybody' = 'the person',
): Measure[] {
  const alone = people.length === 1 && reader === 'the person'
  return [
    ...people.flatMap((person) => personMeasures(person, alone ? 'your' : `${nameOf(person.by)}'s`)),
    ...between.map(betweenMeasure),
  ]
}

function personMeasures(person: PersonQuality, whose: string): Measure[] {
  return [
    answersMeasure(person, whose),
    selfMeasure(person, whose),
    ...oracleMeasures(person, whose),
    ...sideMeasures(person, whose),
    ...timeMeasures(person, whose),
    ...driftMeasures(person, whose),
  ]
}

function answersMeasure({ answers, equal, skip, times }: PersonQuality, whose: string): Measure {
  const pace = times.median === null ? '' : `, ${seconds(times.median)} each at the median`
  const text = `${whose} ${counted(answers, 'answer')}: ${percent(equal)} equal, ${percent(skip)} skipped${pace}`
  return { id: 'answers', text, value: answers, of: answers, worry: false }
}

function selfMeasure({ self }: PersonQuality, whose: string): Measure {
  const myself = whose === 'your' ? 'yourself' : 'themselves'
  const text =
    self.of === 0
      ? `no pair was repeated, so nobody knows whether ${whose} answers agree with ${myself}`
      : `${whose} answers agree with ${myself} ${measuredWords(self)}`
  return { id: 'self-agreement', text, ...figure(self), worry: isPoor(self) }
}

function oracleMeasures({ oracle }: PersonQuality, whose: string): Measure[] {
  if (oracle === undefined || oracle.of === 0) return []
  const text = `${whose} answers agree with the scripted oracle ${measuredWords(oracle)}`
  return [{ id: 'oracle-agreement', text, ...figure(oracle), worry: isPoor(oracle) }]
}

function sideMeasures({ side: { left, p } }: PersonQuality, whose: string): Measure[] {
  if (left.of === 0) return []
  const worry = p < SURE
  const lean = worry ? `lean to the ${2 * left.count > left.of ? 'left' : 'right'} side` : 'lean to neither side'
  const test = worry ? `, where half is expected (chance of that without a bias: ${chance(p)})` : ''
  const text = `${whose} answers ${lean}: ${left.count} of ${left.of} to the left${test}`
  return [{ id: 'side-bias', text, ...figure(left), worry }]
}

function timeMeasures({ answers, times: { hasty, slow } }: PersonQuality, whose: string): Measure[] {
  const measure = (id: 'hasty' | 'slow', count: number, text: string): Measure[] =>
    count === 0
      ? []
      : [{ id, text: `${counted(count, 'answer')} ${text}`, value: count, of: answers, worry: id === 'hasty' }]
  return [
    ...measure('hasty', hasty.length, `came much faster than ${whose} usual`),
    ...measure('slow', slow.length, `took much longer than ${whose} usual`),
  ]
}

function driftMeasures({ drift, answers }: PersonQuality, whose: string): Measure[] {
  const measure = (text: string, value: number): Measure => ({ id: 'drift', text, value, of: answers, worry: true })
  const change = (what: string, part: DriftOf | undefined) =>
    part === undefined || part.p >= SURE
      ? []
      : [
          measure(
            `${whose} ${what} changed from ${percent(part.first)} in the first half to ${percent(part.second)} in the ` +
              `second (chance of that without a drift: ${chance(part.p)})`,
            ratio(part.second) - ratio(part.first),
          ),
        ]
  const [before, after] = drift.milliseconds
  const steady = before === null || after === null || Math.max(before / after, after / before) < PACE_FACTOR
  return [
    ...change('agreement with the oracle', drift.oracle),
    ...change('share of answers to the left', drift.left),
    ...change('share of equal answers', drift.equal),
    ...change('share of skipped pairs', drift.skip),
    ...(steady
      ? []
      : [
          measure(
            `${whose} pace changed from ${seconds(before)} an answer in the first half to ${seconds(after)} in the second`,
            after / before,
          ),
        ]),
  ]
}

function betweenMeasure({ people: [one, other], same, kappa }: AgreementBetween): Measure {
  const beyond = kappa === null ? '' : `; Cohen's kappa ${kappa.toFixed(2)}`
  const text = `${nameOf(one)} and ${nameOf(other)} agree ${percent(same)} (${same.count} of ${same.of} pairs${beyond})`
  return { id: 'agreement-between', text, ...figure(same), worry: false }
}

function figure(share: Share): Pick<Measure, 'value' | 'of'> {
  return { value: share.of === 0 ? null : ratio(share), of: share.of }
}

function isPoor({ interval }: Measured): boolean {
  return interval !== null && interval[1] < RELIABLE
}

/** `93% (28 of 30, 95% interval 79-98%)` */
function measuredWords(measured: Measured): string {
  const { count, of, interval } = measured
  const [low, high] = interval!.map((bound) => Math.round(100 * bound))
  return `${percent(measured)} (${count} of ${of}, 95% interval ${low}-${high}%)`
}

function percent(share: Share): string {
  return share.of === 0 ? '-' : `${Math.round(100 * ratio(share))}%`
}

function chance(p: number): string {
  return p < 0.001 ? 'below 0.1%' : `${(100 * p).toFixed(1)}%`
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function nameOf(by: string): string {
  return by.replace(/^person:/, '')
}
