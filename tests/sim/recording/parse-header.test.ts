import { expect, it } from 'vitest'
import { parseHeader } from '../../../sim/recording/parse-header.ts'

it('says which member of the header is not what it should be', () => {
  expect(() => parseHeader('{"task": 3}', 16)).toThrow('task in the header is 3, expected a text')
  const header = { task: 'reach', engine: 'rapier', policy: 'expert', seed: -1 }
  expect(() => parseHeader(JSON.stringify(header), 16)).toThrow('seed in the header is -1, expected a whole number')
  expect(() => parseHeader('null', 16)).toThrow('task in the header is undefined, expected a text')
  expect(() => parseHeader('{', 16)).toThrow('the header is no JSON')
})
