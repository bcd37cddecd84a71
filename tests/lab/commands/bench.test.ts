import { expect, test } from 'vitest'
import { type } from '../../support/command-line.ts'

test('an unknown bench lists the known ones', async () => {
  const { code, stderr } = await type('bench siim')
  expect(code).toBe(2)
  expect(stderr).toBe('rapref: unknown bench "siim": did you mean "sim"? Known: camera, sim, transport, update.\n')
})

test('an unknown case of an update lists the known ones', async () => {
  const { code, stderr } = await type('bench update --case sac-65')
  expect(code).toBe(2)
  expect(stderr).toMatch(/^rapref: unknown case "sac-65": did you mean "sac-64"\? Known: sac-256, .*encoder-84.*\.\n$/)
})

test('an unknown device lists the known ones', async () => {
  const { code, stderr } = await type('bench update --case act-64 --device gpu')
  expect(code).toBe(2)
  expect(stderr).toMatch(/^rapref: unknown device "gpu": did you mean "\w+"\? Known: auto, cpu, .*eager\.\n$/)
})

test('one case on one device is a document of one row', async () => {
  const { code, stdout } = await type('bench update --case act-64 --device cpu --json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual([{ case: 'act-64', device: 'cpu', ms: expect.any(Number), repeats: 5 }])
})

test('an explanation is a document too, and is of the cpu alone', async () => {
  const { stdout } = await type('bench update --case act-64 --explain --json')
  const [explanation] = JSON.parse(stdout)
  expect(explanation).toMatchObject({ case: 'act-64', program: 'sac/explore' })
  expect(explanation.operators[0]).toMatchObject({ op: expect.any(String), ms: expect.any(Number) })
  const { code, stderr } = await type('bench update --explain --device wasm')
  expect(code).toBe(2)
  expect(stderr).toBe('rapref: --explain reads the profile of cpu, found --device wasm; leave it out\n')
})

test('options of the update bench are refused by the others', async () => {
  const { code, stderr } = await type('bench sim --explain')
  expect(code).toBe(2)
  expect(stderr).toBe('rapref: --explain belongs to bench update; type rapref bench update --explain ...\n')
})
