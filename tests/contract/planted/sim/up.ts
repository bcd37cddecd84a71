import { two } from '../envs/contract.ts'

export const one = two
