// What an examination finds.

export interface Finding {
  readonly id: string
  readonly usable: boolean
  /** What was found; where it is not usable, why not and what to type. */
  readonly why: string
}
