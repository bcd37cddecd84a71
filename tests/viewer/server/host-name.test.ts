import { isIP } from 'node:net'
import { expect, test } from 'vitest'
import { isLoopback, nameOf } from '../../../viewer/server/host-name.ts'

test('nobody else reaches loopback, and everything else may be reached', () => {
  for (const host of ['127.0.0.1', '127.9.9.9', '::1', 'localhost']) expect(isLoopback(host)).toBe(true)
  for (const host of ['0.0.0.0', '::', '192.168.1.7', '127.example.org', 'localhost.example.org', '1127.0.0.1']) {
    expect(isLoopback(host)).toBe(false)
  }
})

test('an address names what can be typed', () => {
  expect(nameOf('127.0.0.1')).toBe('127.0.0.1')
  expect(nameOf('::1')).toBe('[::1]')
  const outward = nameOf('0.0.0.0')
  expect(outward === 'localhost' || isIP(outward) === 4).toBe(true)
})
