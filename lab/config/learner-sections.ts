// The sections of the configuration that belong to one learner each: only the chosen learner's counts. They come from the
// settings alone, so that help and errors load no tensors.

import { sacSettings } from '../../agents/sac/settings.ts'

const when = (id: string) => `Settings of the learner ${id}, when learner=${id}`

export const learnerSections = {
  sac: sacSettings.prefault({}).describe(when('sac')),
}

export const learnerNames: readonly string[] = Object.keys(learnerSections)
