// Work that takes a while, one piece at a time; of what is wanted meanwhile only the newest is done.

export interface NewestOnly<Wanted> {
  want(wanted: Wanted): void
}

export function newestOnly<Wanted>(work: (wanted: Wanted) => Promise<void>): NewestOnly<Wanted> {
  let next: { readonly wanted: Wanted } | undefined
  let working = false

  async function run(): Promise<void> {
    working = true
    while (next !== undefined) {
      const { wanted } = next
      next = undefined
      await work(wanted)
    }
    working = false
  }

  return {
    want(wanted) {
      next = { wanted }
      if (!working) void run()
    },
  }
}
