// How an environment says no.

/** The message that a call is refused with; undefined when it is obeyed. */
export function refusalOf(call: () => void): string | undefined {
  try {
    call()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export function refuses(call: () => void): boolean {
  return refusalOf(call) !== undefined
}
