// A valid preference to vary in tests.

import type { Preference } from '../../../rewards/preference/preference.ts'

export function somePreference(change: Partial<Preference> = {}): Preference {
  return {
    first: { episode: 'a', start: 0, length: 5 },
    second: { episode: 'b', start: 10, length: 5 },
    answer: 'first',
    by: 'teacher:oracle',
    at: '2024-05-01T12:00:00.000Z',
    left: 'first',
    milliseconds: 0,
    ...change,
  }
}
