import type { Chicken } from './chicken.ts'

export interface Egg {
  readonly of: Chicken
}
