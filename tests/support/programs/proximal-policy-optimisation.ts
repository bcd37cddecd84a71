// The programs of proximal policy optimisation: judging a rollout, and two updates in one run.

import { ppoNetworks } from '../../../agents/ppo/networks.ts'
import { assessProgram, improveProgram, initialState } from '../../../agents/ppo/programs.ts'
import { ppoSettings } from '../../../agents/ppo/settings.ts'
import type { Program, Shapes } from '../../../agents/tensor/program.ts'
import { randomStream } from '../../../sim/random.ts'
import { fillNormal, type ProgramCase } from './program-case.ts'

const settings = ppoSettings.parse({ width: 16, batch: 8, entropyWeight: 0.01, leastDeviation: 0.9 })
const networks = ppoNetworks({ observation: 5, action: 2 }, settings)
const shape = { episodes: 4, steps: 8 }

export function ppoAssess(): ProgramCase {
  return {
    program: assessProgram(networks, settings, shape) as Program<Shapes, Shapes>,
    state: initialState(networks, randomStream(1, 'ppo')),
    fill(inputs, random) {
      for (const values of Object.values(inputs)) fillNormal(values, random)
    },
  }
}

export function ppoImprove(): ProgramCase {
  const samples = shape.episodes * shape.steps
  return {
    program: improveProgram(networks, settings, { samples, updates: 2 }) as Program<Shapes, Shapes>,
    state: initialState(networks, randomStream(1, 'ppo')),
    fill({ samples: rows, order, learningRate }, random) {
      fillNormal(rows!, random)
      for (let i = 0; i < order!.length; i++) order![i] = Math.floor(samples * random.uniform())
      learningRate!.fill(1e-3)
    },
  }
}
