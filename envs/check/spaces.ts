// Checks of the spaces.

import type { BoxSpace, Env } from '../contract.ts'
import { EnvFault, envCheck } from './subject.ts'

export const spaceChecks = [
  envCheck('the action space is a box within -1 to 1', ({ actionSpace }) => {
    checkBox('actionSpace', actionSpace)
    const wide = actionSpace.low.findIndex((low, entry) => low < -1 || actionSpace.high[entry]! > 1)
    if (wide < 0) return
    const bounds = `${actionSpace.low[wide]} to ${actionSpace.high[wide]}`
    throw new EnvFault(
      `actionSpace[${wide}] is ${bounds}, expected to lie within -1 to 1`,
      'actions that are not scaled',
    )
  }),

  envCheck('the observation space is a box', ({ observationSpace }) => checkBox('observationSpace', observationSpace)),

  envCheck('the term names are distinct and have a finite scale each', ({ termNames, scales }: Env) => {
    if (new Set(termNames).size !== termNames.length) {
      throw new EnvFault(`termNames are ${termNames.join(', ')}`, 'two terms of one name')
    }
    const names = new Set([...termNames, ...Object.keys(scales)])
    for (const name of names) {
      if (termNames.includes(name) && Number.isFinite(scales[name])) continue
      throw new EnvFault(`the scale of "${name}" is ${scales[name]}`, 'termNames and scales that name different terms')
    }
  }),
]

function checkBox(name: string, { shape, low, high }: BoxSpace): void {
  const size = shape.reduce((product, extent) => product * extent, 1)
  if (low.length !== size || high.length !== size) {
    const found = `${name} has the shape ${shape.join(' x ')} but ${low.length} lows and ${high.length} highs`
    throw new EnvFault(found, 'bounds that were not widened with the shape')
  }
  const empty = low.findIndex((least, entry) => !(least <= high[entry]!))
  if (empty < 0) return
  throw new EnvFault(`${name}[${empty}] runs from ${low[empty]} to ${high[empty]}`, 'bounds that are swapped or NaN')
}
