import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { refusal } from '../../../viewer/server/access.ts'

test.each([
  ['127.0.0.1:8000', undefined],
  ['127.0.0.1:8000', 'http://127.0.0.1:8000'],
  ['localhost:8000', 'http://localhost:8000'],
  ['[::1]:8000', 'http://[::1]:8000'],
  ['rapref.localhost:8000', undefined],
  ['192.168.0.7:8000', 'http://192.168.0.7:8000'],
  [`${hostname()}:8000`, undefined],
  ['gpu-box.example:8000', 'http://gpu-box.example:8000'],
  ['gpu-box.example', 'https://gpu-box.example'],
])('host %s with origin %s is welcome', (host, origin) => {
  expect(refusal({ host, origin }, 'gpu-box.example')).toBeUndefined()
})

test.each([
  ['127.0.0.1:8000', 'http://evil.example', 'a page from "http://evil.example" may not use this server'],
  ['127.0.0.1:8000', 'http://127.0.0.1:9000', 'a page from "http://127.0.0.1:9000" may not use this server'],
  ['127.0.0.1:8000', 'http://localhost:8000', 'a page from "http://localhost:8000" may not use this server'],
  ['127.0.0.1:8000', 'null', 'a page from "null" may not use this server'],
  ['evil.example:8000', 'http://evil.example:8000', 'the host "evil.example" is not this server\'s'],
  ['evil.example:8000', undefined, 'the host "evil.example" is not this server\'s'],
  [undefined, undefined, 'the request names no host'],
  ['no host at all', undefined, 'the request names no host'],
])('host %s with origin %s is refused', (host, origin, why) => {
  expect(refusal({ host, origin }, '127.0.0.1')).toBe(why)
})
