// The updates of the learners that learn from transitions.

import { awacNetworks } from '../../../agents/awac/networks.ts'
import * as awac from '../../../agents/awac/programs.ts'
import { awacSettings } from '../../../agents/awac/settings.ts'
import { iqlNetworks } from '../../../agents/iql/networks.ts'
import * as iql from '../../../agents/iql/programs.ts'
import { iqlSettings } from '../../../agents/iql/settings.ts'
import { sacNetworks } from '../../../agents/sac/networks.ts'
import * as sac from '../../../agents/sac/programs.ts'
import { sacSettings } from '../../../agents/sac/settings.ts'
import { td3Networks } from '../../../agents/td3/networks.ts'
import * as td3 from '../../../agents/td3/programs.ts'
import { td3Settings } from '../../../agents/td3/settings.ts'
import type { Program, Shapes } from '../../../agents/tensor/program.ts'
import { randomStream } from '../../../sim/random.ts'
import { fillNormal, type ProgramCase, type Random } from './program-case.ts'

const sizes = { observation: 9, action: 3 }
const small = { width: 16, batch: 16 }
const start = () => randomStream(1, 'networks')

function fillTransitions(inputs: Readonly<Record<string, Float32Array>>, random: Random): void {
  for (const values of Object.values(inputs)) fillNormal(values, random)
  const { actions, continues, dropout } = inputs
  for (let i = 0; actions && i < actions.length; i++) actions[i] = Math.tanh(actions[i]!)
  for (let i = 0; continues && i < continues.length; i++) continues[i] = random.uniform() < 0.2 ? 0 : 1
  for (let i = 0; dropout && i < dropout.length; i++) dropout[i] = random.uniform()
}

export function sacUpdate({ layerNorm }: { readonly layerNorm: boolean }): ProgramCase {
  const settings = sacSettings.parse({ ...small, depth: 2, criticLayerNorm: layerNorm })
  const networks = sacNetworks(sizes, settings)
  const program = sac.updateProgram(networks, settings)
  return {
    program: { ...program, name: `${program.name}${layerNorm ? '/layer-norm' : ''}` } as Program<Shapes, Shapes>,
    state: sac.initialState(networks, settings, start()),
    fill: fillTransitions,
  }
}

const td3Told = td3Settings.parse(small)
const td3Nets = td3Networks(sizes, td3Told)

export function td3Update(): ProgramCase {
  return {
    program: td3.updateProgram(td3Nets, td3Told) as Program<Shapes, Shapes>,
    state: td3.initialState(td3Nets, start()),
    fill: fillTransitions,
  }
}

export function td3DelayedUpdate(): ProgramCase {
  return { ...td3Update(), program: td3.delayedProgram(td3Nets, td3Told) as Program<Shapes, Shapes> }
}

export function iqlUpdate(): ProgramCase {
  const settings = iqlSettings.parse({ ...small, actorDropout: 0.3 })
  const networks = iqlNetworks(sizes, settings)
  return {
    program: iql.updateProgram(networks, settings) as Program<Shapes, Shapes>,
    state: iql.initialState(networks, start()),
    fill: fillTransitions,
  }
}

export function awacUpdate(): ProgramCase {
  const settings = awacSettings.parse({ ...small, actorDepth: 3 })
  const networks = awacNetworks(sizes, settings)
  return {
    program: awac.updateProgram(networks, settings) as Program<Shapes, Shapes>,
    state: awac.initialState(networks, start()),
    fill: fillTransitions,
  }
}
