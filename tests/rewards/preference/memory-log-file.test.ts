import { expect, test } from 'vitest'
import { memoryLogFile } from '../../../rewards/preference/memory-log-file.ts'

test('bytes are appended, cut and read as in a file', async () => {
  const file = memoryLogFile({ bytes: Uint8Array.of(1, 2) })
  await file.append(Uint8Array.of(3, 4))
  await file.truncate(3)
  expect([...(await file.read())]).toEqual([1, 2, 3])
})

test('what was read does not change with the file', async () => {
  const file = memoryLogFile({ bytes: Uint8Array.of(1) })
  const before = await file.read()
  before[0] = 9
  expect([...(await file.read())]).toEqual([1])
})
