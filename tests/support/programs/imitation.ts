// The updates of the learners that imitate, and a diffusion policy's way from noise to action.

import { bcNetworks } from '../../../agents/bc/networks.ts'
import * as bc from '../../../agents/bc/programs.ts'
import { bcSettings } from '../../../agents/bc/settings.ts'
import { diffusionNetworks } from '../../../agents/diffusion/networks.ts'
import * as diffusion from '../../../agents/diffusion/programs.ts'
import { diffusionSettings } from '../../../agents/diffusion/settings.ts'
import type { Program, Shapes } from '../../../agents/tensor/program.ts'
import { randomStream } from '../../../sim/random.ts'
import { fillNormal, type ProgramCase } from './program-case.ts'

const sizes = { observation: 5, action: 2 }
const cloning = bcSettings.parse({ width: 16, batch: 8 })
const cloner = bcNetworks(sizes, cloning)
const denoising = diffusionSettings.parse({ width: 16, batch: 8, chunk: 2, noiseSteps: 20, sampleSteps: 4 })
const denoiser = diffusionNetworks(sizes, denoising)

export function bcUpdate(): ProgramCase {
  return {
    program: bc.updateProgram(cloner, cloning) as Program<Shapes, Shapes>,
    state: bc.initialState(cloner, randomStream(1, 'bc')),
    fill({ observations, actions, weights }, random) {
      fillNormal(observations!, random)
      fillNormal(actions!, random, 0.3)
      for (let i = 0; i < weights!.length; i++) weights![i] = random.uniform()
    },
  }
}

export function diffusionUpdate(): ProgramCase {
  return {
    program: diffusion.updateProgram(denoiser, denoising) as Program<Shapes, Shapes>,
    state: diffusion.initialState(denoiser, randomStream(1, 'diffusion')),
    fill({ observations, actions, noise, moments }, random) {
      for (const values of [observations!, actions!, noise!]) fillNormal(values, random)
      for (let i = 0; i < moments!.length; i++) moments![i] = random.uniform()
    },
  }
}

export function diffusionSample(): ProgramCase {
  return {
    program: diffusion.sampleProgram(denoiser, denoising, 6) as Program<Shapes, Shapes>,
    state: diffusion.initialState(denoiser, randomStream(1, 'diffusion')),
    fill(inputs, random) {
      for (const values of Object.values(inputs)) fillNormal(values, random)
    },
  }
}
