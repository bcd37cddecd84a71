// Checks that what an environment holds is given back.

import type { Env } from '../contract.ts'
import { refuses } from './refusal.ts'
import { type EnvCheck, EnvFault } from './subject.ts'

export const ownershipChecks: readonly EnvCheck[] = [
  {
    name: 'a hundred resets leave nothing behind, and dispose gives everything back',
    run: async ({ make, live }) => {
      const before = live()
      const env = await make()
      try {
        checkResets(env, live)
      } finally {
        env.dispose()
      }
      if (live() === before) return
      const found = `${live() - before} worlds are left after dispose`
      throw new EnvFault(found, 'a dispose that forgets the world of the running episode')
    },
  },

  {
    name: 'dispose may be called twice, and afterwards nothing else',
    run: async ({ make }) => {
      const env = await make()
      env.reset({ seed: 0 })
      env.dispose()
      if (refuses(() => env.dispose())) throw new EnvFault('the second dispose throws', 'memory that is freed twice')
      if (refuses(() => env.reset({ seed: 0 }))) return
      throw new EnvFault('reset after dispose was obeyed', 'a dispose that frees but does not remember')
    },
  },
]

function checkResets(env: Env, live: () => number): void {
  env.reset({ seed: 0 })
  const once = live()
  for (let seed = 1; seed <= 100; seed++) env.reset({ seed })
  if (live() === once) return
  const found = `${live() - once} more worlds are alive after 100 resets`
  throw new EnvFault(found, 'a reset that builds a new world and does not free the old one')
}
