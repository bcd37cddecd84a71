// The layouts that datasets come in, and which of them a file has.

import { UserError } from '../../errors/user-error.ts'
import type { ArraySource } from './array-file.ts'
import { flat } from './flat.ts'
import type { DatasetFormat } from './format.ts'
import { minari } from './minari.ts'
import type { PreferenceLayout } from './preferences/layout.ts'
import { preferenceLayouts } from './preferences/layouts.ts'
import { robomimic } from './robomimic.ts'

export type FoundLayout =
  | { readonly holds: 'episodes'; readonly layout: DatasetFormat }
  | { readonly holds: 'preferences'; readonly layout: PreferenceLayout }

/** @throws UserError listing what was found, where nobody's layout is like that */
export function layoutOf(source: ArraySource): FoundLayout {
  const preferences = preferenceLayouts.find(({ mark }) => source.has(mark))
  if (preferences !== undefined) return { holds: 'preferences', layout: preferences }
  const names = source.names('/')
  if (names.some((name) => /^episode_\d+$/.test(name))) return { holds: 'episodes', layout: minari }
  if (source.has('data')) return { holds: 'episodes', layout: robomimic }
  if (source.has('observations')) return { holds: 'episodes', layout: flat }
  throw new UserError(
    `${source.path}: found ${names.slice(0, 12).join(', ') || 'nothing'}, expected observations (D4RL), data/demo_0 ` +
      `(Robomimic), episode_0 (Minari), or ${preferenceLayouts.map(({ id, mark }) => `${mark} (${id})`).join(', ')}`,
  )
}
