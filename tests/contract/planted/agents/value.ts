import { type Env, two } from '../envs/contract.ts'

export const env: Env = { id: String(two) }
