import { expect, test } from 'vitest'
import { renderDiagnosis } from '../../../lab/doctor/render.ts'

const finding = (id: string, usable: boolean) => ({ id, usable, why: `${id} it is` })

const diagnosis = {
  version: '1.2.3',
  node: 'v20.20.2',
  system: 'linux x64',
  processor: 'A processor',
  cores: 2,
  memoryGiB: 24,
  executors: [finding('cpu', true), finding('eager', false)],
  optional: [finding('browser', false)],
  physics: finding('physics', true),
  browser: null,
  runs: finding('runs', true),
  healthy: true,
}

test('what works, what does not, and what is only optional stand apart', () => {
  expect(renderDiagnosis(diagnosis).split('\n')).toEqual([
    'rapref 1.2.3 on Node v20.20.2, linux x64',
    'A processor, 2 cores, 24 GiB',
    '',
    '  + executor cpu         cpu it is',
    '  - executor eager       eager it is',
    '  + physics              physics it is',
    '  + runs                 runs it is',
    '  - browser              browser it is',
    '',
    'Ready to train, on cpu unless told otherwise: rapref start',
  ])
  expect(renderDiagnosis({ ...diagnosis, healthy: false })).toContain('Not ready to train')
})
