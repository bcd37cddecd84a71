import { expect, test } from 'vitest'
import { versionMismatch } from '../../../viewer/protocol/version.ts'

test('an old page is told to reload', () => {
  expect(versionMismatch({ page: 1, server: 2 })).toBe(
    'this page speaks version 1 of the protocol and the server speaks version 2: reload the page',
  )
})

test('an old server is to be restarted', () => {
  expect(versionMismatch({ page: 3, server: 2 })).toBe(
    'this page speaks version 3 of the protocol and the server speaks version 2: restart the server with the newer rapref',
  )
})
