// A mix of qualities, as typed: `expert:100,expert~0.5:100,random:100,runs/half:50`.

import { basename, resolve } from 'node:path'
import { UserError } from '../errors/user-error.ts'
import type { Behaviour } from './behaviour.ts'
import { behaviourNamed } from './behaviours.ts'
import { noisy } from './noisy.ts'

export interface MixPart {
  /** Unique in the mix: the policy, or the run's name, and its noise. */
  readonly name: string
  /** As `behaviourNamed` knows it. */
  readonly policy: string
  /** Standard deviation of what is added to actions. */
  readonly noise: number
  readonly episodes: number
}

/** Mixes that have a name. */
export const namedMixes: Readonly<Record<string, string>> = {
  standard: 'expert,expert~0.5,expert~1,cross-goal,random',
  /** Hejna and Sadigh 2023: 100 episodes of each. */
  ipl: 'expert~1,cross-goal,random',
}

/** Who plays a part. @throws UserError where nobody is called that, or a run has no policy */
export function behaviourOf({ policy, noise }: Pick<MixPart, 'policy' | 'noise'>): Behaviour {
  return noisy(behaviourNamed(policy), noise)
}

/** As written in recordings. */
export function policyOf(part: MixPart): string {
  return behaviourOf(part).policy
}

const mostEpisodes = 1_000_000
const mostNoise = 10

/**
 * @param typed a name, or parts with commas between them: a policy, `~` and its noise, `:` and its episodes
 * @param episodes of parts that do not say
 * @throws UserError naming the part
 */
export function parseMix(typed: string, episodes: number): readonly MixPart[] {
  const parts = (Object.hasOwn(namedMixes, typed) ? namedMixes[typed]! : typed)
    .split(',')
    .map((part) => parsePart(part.trim(), episodes))
  const names = parts.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice === undefined) return parts
  throw new UserError(`found "${twice}" twice in the mix, expected each part once; add up its episodes: ${twice}:200`)
}

function parsePart(typed: string, given: number): MixPart {
  const [, policy = '', noiseText, countText] = /^(.+?)(?:~([\d.]*))?(?::(\d*))?$/.exec(typed) ?? []
  const noise = noiseText === undefined ? 0 : Number(noiseText || Number.NaN)
  const episodes = countText === undefined ? given : Number(countText)
  if (policy === '' || !(noise >= 0 && noise <= mostNoise)) throw notAPart(typed)
  if (!(episodes >= 1 && episodes <= mostEpisodes)) throw notAPart(typed)
  if (policy === 'random' && noise > 0) {
    throw new UserError(`found "${typed}" in the mix; chance needs no noise, type random:${episodes}`)
  }
  const who = policy.includes('/') ? basename(resolve(policy)) : policy
  return { name: noise === 0 ? who : `${who}~${noise}`, policy, noise, episodes }
}

function notAPart(typed: string): UserError {
  return new UserError(
    `found "${typed}" in the mix, expected a policy, its noise from 0 to ${mostNoise} and its number of episodes, such ` +
      `as expert~0.5:100; or one of the mixes ${Object.keys(namedMixes).join(', ')}`,
  )
}
