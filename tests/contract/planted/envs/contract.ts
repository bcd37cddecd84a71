export interface Env {
  readonly id: string
}

export const two = 2
