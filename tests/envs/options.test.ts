import { expect, test } from 'vitest'
import type { EnvOptions } from '../../envs/contract.ts'
import { DEFAULT_OPTIONS, resolveOptions } from '../../envs/options.ts'

test('nothing said means the defaults', () => {
  expect(resolveOptions()).toEqual({ horizon: 500, physics: 'accurate', actionRepeat: 1, robot: 'panda' })
  expect(resolveOptions({ horizon: 200 })).toEqual({ ...DEFAULT_OPTIONS, horizon: 200 })
})

test('an option set to undefined means the default too', () => {
  expect(resolveOptions({ horizon: undefined } as unknown as Partial<EnvOptions>)).toEqual(DEFAULT_OPTIONS)
})

test('wrong options are named with what was found', () => {
  const wrong = (options: object) => () => resolveOptions(options as Partial<EnvOptions>)
  expect(wrong({ horizon: 0 })).toThrow('horizon is a whole number of at least 1, found 0')
  expect(wrong({ actionRepeat: 1.5 })).toThrow('actionRepeat is a whole number of at least 1, found 1.5')
  expect(wrong({ physics: 'acurate' })).toThrow(
    'unknown physics "acurate": did you mean "accurate"? Known: accurate, fast.',
  )
  expect(wrong({ robot: 'swayer' })).toThrow('unknown robot "swayer": did you mean "sawyer"? Known: panda, sawyer.')
  expect(wrong({ horzion: 5 })).toThrow('unknown environment option "horzion": did you mean "horizon"?')
})
