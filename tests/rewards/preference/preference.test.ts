import { describe, expect, test } from 'vitest'
import { labelValue, preferenceSchema } from '../../../rewards/preference/preference.ts'
import { somePreference } from './some-preference.ts'

describe('labelValue', () => {
  test.each([
    ['first', 1],
    ['second', 0],
    ['equal', 0.5],
    ['skip', undefined],
  ] as const)('%s is %s', (answer, value) => {
    expect(labelValue(answer)).toBe(value)
  })
})

describe('preferenceSchema', () => {
  test('accepts an answer of a person with its decisive step', () => {
    const preference = somePreference({ by: 'person:anna', milliseconds: 812.5, decisiveStep: 3 })
    expect(preferenceSchema.parse(preference)).toEqual(preference)
  })

  test.each([
    ['an unknown answer', { answer: 'left' }, /answer/],
    ['a nameless giver', { by: 'anna' }, /expected person:<name> or teacher:<name>/],
    ['a giver without a name', { by: 'person:' }, /expected person:<name> or teacher:<name>/],
    ['a time that is not ISO 8601', { at: 'yesterday' }, /datetime/],
    ['a negative duration', { milliseconds: -1 }, /milliseconds/],
    ['an empty segment', { first: { episode: 'a', start: 0, length: 0 } }, /length/],
    ['a start before the episode', { second: { episode: 'a', start: -1, length: 5 } }, /start/],
    ['half a step', { second: { episode: 'a', start: 0.5, length: 5 } }, /start/],
    ['a decisive step behind the segments', { decisiveStep: 5 }, /decisiveStep lies behind the end of both segments/],
  ])('refuses %s', (_, change, message) => {
    const result = preferenceSchema.safeParse({ ...somePreference(), ...change })
    expect(result.success).toBe(false)
    expect(result.error?.message).toMatch(message)
  })
})
