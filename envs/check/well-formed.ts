// Whether a step has the form that the contract promises.

import type { BoxSpace, Env, Step } from '../contract.ts'
import { EnvFault } from './subject.ts'

/** @param when such as `after reset` or `at step 3` */
export function checkWellFormed(env: Env, step: Step, when: string): void {
  checkObservation(env.observationSpace, step.observation, when)
  if (!Number.isFinite(step.reward)) {
    throw new EnvFault(`${when} the reward is ${step.reward}`, 'a term that divides by zero or reads an unset value')
  }
  for (const flag of ['terminated', 'truncated'] as const) {
    if (typeof step[flag] === 'boolean') continue
    throw new EnvFault(`${when} ${flag} is ${step[flag]}, expected true or false`, 'a number or nothing for a flag')
  }
  checkInfo(env, step, when)
}

function checkObservation({ low, high }: BoxSpace, observation: Float32Array, when: string): void {
  if (!(observation instanceof Float32Array) || observation.length !== low.length) {
    const found = `${when} the observation is ${observation?.constructor.name} of ${observation?.length} numbers`
    throw new EnvFault(`${found}, expected Float32Array of ${low.length}`, 'an observation that left its space behind')
  }
  const outside = observation.findIndex((value, entry) => !(value >= low[entry]! && value <= high[entry]!))
  if (outside < 0) return
  const bounds = `${low[outside]} to ${high[outside]}`
  const found = `${when} observation[${outside}] is ${observation[outside]}, expected ${bounds}`
  throw new EnvFault(found, 'bounds that are too narrow, or a state that flew away')
}

function checkInfo({ termNames }: Env, { info }: Step, when: string): void {
  if (typeof info.success !== 'boolean') {
    throw new EnvFault(`${when} info.success is ${info.success}, expected true or false`, 'a number for a flag')
  }
  const names = Object.keys(info.terms)
  if (names.length !== termNames.length || !termNames.every((name) => names.includes(name))) {
    const found = `${when} info.terms has ${names.join(', ')}, expected ${termNames.join(', ')}`
    throw new EnvFault(found, 'terms and termNames that were not changed together')
  }
  const broken = names.find((name) => !Number.isFinite(info.terms[name]))
  if (broken === undefined) return
  throw new EnvFault(`${when} the term "${broken}" is ${info.terms[broken]}`, 'a division by zero or an unset value')
}
