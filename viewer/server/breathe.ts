// Lets others have their turn in the middle of long work: a training run may share this thread.

/** Longest stretch of work without a pause. */
const stretchMilliseconds = 12

/** @returns a function to call between pieces of work; where it returns a promise, a pause is due. */
export function breather(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < stretchMilliseconds) return undefined
    return new Promise((resolve) => {
      setImmediate(() => {
        since = performance.now()
        resolve()
      })
    })
  }
}
