import { expect, test } from 'vitest'
import { concatenate } from '../../../lab/tensorboard/protobuf.ts'
import { frameRecord, recordEnds } from '../../../lab/tensorboard/record.ts'

const [first, second] = [frameRecord(Uint8Array.of(1, 2, 3)), frameRecord(new Uint8Array(300))]
const both = concatenate([first, second])

test('records are found where they end', () => {
  expect(first).toHaveLength(3 + 16)
  expect(recordEnds(both)).toEqual([19, 19 + 316])
})

test('a torn last record is not counted, wherever it is torn', () => {
  for (let length = first.length; length < both.length; length++)
    expect(recordEnds(both.subarray(0, length))).toEqual([19])
})

test('a damaged byte ends what is believed', () => {
  for (let at = 0; at < first.length; at++) {
    const damaged = both.slice()
    damaged[at]! ^= 0x10
    expect(recordEnds(damaged)).toEqual([])
  }
})
