// The sections of the configuration that belong to one learner each: only the chosen learner's counts. They come from the
// settings alone, so that help and errors load no tensors.

import { awacSettings } from '../../agents/awac/settings.ts'
import { bcSettings } from '../../agents/bc/settings.ts'
import { diffusionSettings } from '../../agents/diffusion/settings.ts'
import { iqlSettings } from '../../agents/iql/settings.ts'
import { ppoSettings } from '../../agents/ppo/settings.ts'
import { sacSettings } from '../../agents/sac/settings.ts'
import { td3Settings } from '../../agents/td3/settings.ts'

const when = (id: string) => `The learner ${id}, when learner=${id}`

export const learnerSections = {
  sac: sacSettings.prefault({}).describe(when('sac')),
  td3: td3Settings.prefault({}).describe(when('td3')),
  ppo: ppoSettings.prefault({}).describe(when('ppo')),
  iql: iqlSettings.prefault({}).describe(when('iql')),
  awac: awacSettings.prefault({}).describe(when('awac')),
  bc: bcSettings.prefault({}).describe(when('bc')),
  diffusion: diffusionSettings.prefault({}).describe(when('diffusion')),
}

export const learnerNames: readonly string[] = Object.keys(learnerSections)
