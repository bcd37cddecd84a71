// How many compiled programs hold native memory. A test that counts before and after finds what was not disposed.

let live = 0

export function liveSessions(): number {
  return live
}

export function sessionOpened(): void {
  live++
}

export function sessionClosed(): void {
  live--
}
