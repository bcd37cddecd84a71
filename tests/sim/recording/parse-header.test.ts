import { describe, expect, it } from 'vitest'
import { headerOf, stringifyHeader } from '../../../sim/recording/header.ts'
import { parseHeader } from '../../../sim/recording/parse-header.ts'
import { movingRecording } from '../../support/moving-recording.ts'

it('says which member of the header is not what it should be', () => {
  expect(() => parseHeader('{"task": 3}', 16)).toThrow('task in the header is 3, expected a text')
  const header = { task: 'reach', engine: 'rapier', policy: 'expert', seed: -1 }
  expect(() => parseHeader(JSON.stringify(header), 16)).toThrow('seed in the header is -1, expected a whole number')
  expect(() => parseHeader('null', 16)).toThrow('task in the header is undefined, expected a text')
  expect(() => parseHeader('{', 16)).toThrow('the header is no JSON')
})

describe('the robot of a recording', () => {
  const header = headerOf(movingRecording())
  const said = (options: object) => parseHeader(JSON.stringify({ ...header, options }), 16).options
  const { robot: _, ...older } = header.options

  it('is kept', () => {
    expect(parseHeader(stringifyHeader(header), 16)).toEqual(header)
    expect(said({ ...older, robot: 'sawyer' })).toEqual({ ...older, robot: 'sawyer' })
  })

  it('is a Panda in a recording from before there was a choice', () => {
    expect(said(older)).toEqual({ ...older, robot: 'panda' })
  })

  it('is refused when it is none that there is', () => {
    expect(() => said({ ...older, robot: 'baxter' })).toThrow(
      'options.robot in the header is "baxter", expected one of panda, sawyer',
    )
  })
})
