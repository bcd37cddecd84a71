// The colours of what is compared, on white and on black: at least 3 to 1 against either.

import type { Tone } from './drawing.ts'

export const lightTones: Readonly<Record<Tone, string>> = {
  first: '#1f66c9',
  second: '#c4590a',
  third: '#12784b',
  fourth: '#9b3fa8',
  fifth: '#8a6d00',
  sixth: '#0f7f8f',
  seventh: '#c22f5a',
  eighth: '#5a6472',
}

export const darkTones: Readonly<Record<Tone, string>> = {
  first: '#6ea8ff',
  second: '#f0934e',
  third: '#5ed0a0',
  fourth: '#d596e0',
  fifth: '#d9bd4a',
  sixth: '#5cc9d8',
  seventh: '#ff86a8',
  eighth: '#a9b4c2',
}
