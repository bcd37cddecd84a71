// Options of an environment: defaults and checks.

import { DEFAULT_ROBOT, isRobotName, ROBOT_NAMES } from '../sim/arm/robots.ts'
import { unknownName } from '../sim/names.ts'
import type { Ending, EnvOptions } from './contract.ts'

export const DEFAULT_OPTIONS: EnvOptions = { horizon: 500, physics: 'accurate', actionRepeat: 1, robot: DEFAULT_ROBOT }

const PHYSICS = ['accurate', 'fast'] as const
const ENDINGS = ['stop', 'stay'] as const satisfies readonly Ending[]
const OPTIONAL = ['ending', 'variant'] as const satisfies readonly (keyof EnvOptions)[]
const KNOWN: readonly string[] = [...Object.keys(DEFAULT_OPTIONS), ...OPTIONAL]

/**
 * @param defaults of a task that has others than most
 * @param variants of a task that has any
 * @throws RangeError naming the option, what was found and what was expected.
 */
export function resolveOptions(
  options: Partial<EnvOptions> = {},
  defaults: Partial<EnvOptions> = {},
  variants: readonly string[] = [],
): EnvOptions {
  for (const key of Object.keys(options)) {
    if (!KNOWN.includes(key)) throw new RangeError(unknownName('environment option', key, KNOWN))
  }
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const resolved: EnvOptions = { ...DEFAULT_OPTIONS, ...defaults, ...Object.fromEntries(given) }
  checkWholeNumber('horizon', resolved.horizon)
  checkWholeNumber('actionRepeat', resolved.actionRepeat)
  if (!PHYSICS.includes(resolved.physics)) throw new RangeError(unknownName('physics', resolved.physics, PHYSICS))
  if (!isRobotName(resolved.robot)) throw new RangeError(unknownName('robot', resolved.robot, ROBOT_NAMES))
  const { ending } = resolved
  if (ending !== undefined && !ENDINGS.includes(ending)) throw new RangeError(unknownName('ending', ending, ENDINGS))
  checkVariant(resolved.variant, variants)
  return resolved
}

function checkVariant(variant: string | undefined, variants: readonly string[]): void {
  if (variant === undefined || variants.includes(variant)) return
  if (variants.length > 0) throw new RangeError(unknownName('variant', variant, variants))
  throw new RangeError(`this task has no variants, found variant "${variant}": leave it out`)
}

function checkWholeNumber(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 1) return
  throw new RangeError(`${name} is a whole number of at least 1, found ${value}`)
}
