import type { Egg } from './egg.ts'

export interface Chicken {
  readonly from: Egg
}
