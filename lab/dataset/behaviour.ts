// Somebody who acts in the episodes of a dataset.

import type { Env, EnvOptions } from '../../envs/contract.ts'
import type { Act } from '../../envs/record.ts'

export interface Behaviour {
  /** Fit for a folder's name. */
  readonly name: string
  /** As written in every recording. */
  readonly policy: string
  /** The task and the options that it was trained for; without them it acts in any. */
  readonly trained?: { readonly task: string; readonly options: EnvOptions }
  /** The actor of one episode. */
  act(env: Env, seed: number): Act
  dispose(): Promise<void>
}
