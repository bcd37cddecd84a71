// The quality of labels as sentences for the people who gave them. What gives no reason to speak is not spoken of.

import type { AgreementBetween } from './agreement-between.ts'
import type { DriftOf } from './drift.ts'
import { ratio, type Share } from './share.ts'
import type { LabelQuality, Measured, PersonQuality } from './summary.ts'

/** Chances below this are called more than chance: several things are tested at once. */
const SURE = 0.01
/** Median times of the halves that differ by this factor are worth a word. */
const FACTOR = 2

/** @returns one sentence a line; `your` where one person answered, names where there are several */
export function qualityWords({ people, between }: LabelQuality): string[] {
  const alone = people.length === 1
  return [
    ...people.flatMap((person) => personWords(person, alone ? 'your' : `${nameOf(person.by)}'s`)),
    ...between.map(betweenWords),
  ]
}

function personWords(person: PersonQuality, whose: string): string[] {
  const myself = whose === 'your' ? 'yourself' : 'themselves'
  const { answers, equal, skip, self, oracle } = person
  return [
    `${whose} ${counted(answers, 'answer')}: ${percent(equal)} equal, ${percent(skip)} skipped${paceWords(person)}`,
    self.of === 0
      ? `no pair was repeated, so nobody knows whether ${whose} answers agree with ${myself}`
      : `${whose} answers agree with ${myself} ${measuredWords(self)}`,
    ...(oracle === undefined || oracle.of === 0
      ? []
      : [`${whose} answers agree with the scripted oracle ${measuredWords(oracle)}`]),
    ...sideWords(person, whose),
    ...timeWords(person, whose),
    ...driftWords(person, whose),
  ]
}

function paceWords({ times }: PersonQuality): string {
  return times.median === null ? '' : `, ${seconds(times.median)} each at the median`
}

function sideWords({ side: { left, p } }: PersonQuality, whose: string): string[] {
  if (p >= SURE) return []
  const favourite = 2 * left.count > left.of ? 'left' : 'right'
  const count = favourite === 'left' ? left.count : left.of - left.count
  return [
    `${whose} answers lean to the ${favourite} side: ${count} of ${left.of}, where half is expected ` +
      `(chance of that without a bias: ${chance(p)})`,
  ]
}

function timeWords({ times: { hasty, slow } }: PersonQuality, whose: string): string[] {
  return [
    ...(hasty.length === 0 ? [] : [`${counted(hasty.length, 'answer')} came much faster than ${whose} usual`]),
    ...(slow.length === 0 ? [] : [`${counted(slow.length, 'answer')} took much longer than ${whose} usual`]),
  ]
}

function driftWords({ drift }: PersonQuality, whose: string): string[] {
  const change = (what: string, part: DriftOf | undefined) =>
    part === undefined || part.p >= SURE
      ? []
      : [
          `${whose} ${what} changed from ${percent(part.first)} in the first half to ${percent(part.second)} in the second ` +
            `(chance of that without a drift: ${chance(part.p)})`,
        ]
  const [before, after] = drift.milliseconds
  const paced = before === null || after === null || Math.max(before / after, after / before) < FACTOR
  return [
    ...change('agreement with the oracle', drift.oracle),
    ...change('share of answers to the left', drift.left),
    ...change('share of equal answers', drift.equal),
    ...change('share of skipped pairs', drift.skip),
    ...(paced
      ? []
      : [`${whose} pace changed from ${seconds(before)} an answer to ${seconds(after)} in the second half`]),
  ]
}

function betweenWords({ people: [one, other], same, kappa }: AgreementBetween): string {
  const beyond = kappa === null ? '' : `; Cohen's kappa ${kappa.toFixed(2)}`
  return `${nameOf(one)} and ${nameOf(other)} agree ${percent(same)} (${same.count} of ${same.of} pairs${beyond})`
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
