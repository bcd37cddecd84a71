// The sections of the configuration that belong to one method each: only the chosen method's counts.

import { heron } from '../methods/heron.ts'
import { pearl } from '../methods/pearl.ts'
import { qpa } from '../methods/qpa.ts'
import { rime } from '../methods/rime.ts'
import { rune } from '../methods/rune.ts'
import { star } from '../methods/star.ts'
import { surf } from '../methods/surf.ts'

const when = (id: string) => `The method ${id}, when method=${id}`

export const methodSections = {
  surf: surf.settings.prefault({}).describe(when('surf')),
  rune: rune.settings.prefault({}).describe(when('rune')),
  qpa: qpa.settings.prefault({}).describe(when('qpa')),
  star: star.settings.prefault({}).describe(when('star')),
  rime: rime.settings.prefault({}).describe(when('rime')),
  pearl: pearl.settings.prefault({}).describe(when('pearl')),
  heron: heron.settings.prefault({}).describe(when('heron')),
}

export const methodSectionNames: readonly string[] = Object.keys(methodSections)
