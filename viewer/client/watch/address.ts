// The watched runs in the page's address, so that a link or a reload leads back: `#drawer-open-1`, or
// `#drawer-open-1&beside=drawer-open-2`, where the second is on the left.

import type { Side } from '../compare/choice.ts'

export type Addressed = Readonly<Partial<Record<Side, string>>>

const between = '&beside='

export function readAddress(hash: string): Addressed {
  try {
    const [right, left] = hash.replace(/^#/, '').split(between).map(decodeURIComponent)
    return { ...(right ? { right } : {}), ...(left ? { left } : {}) }
  } catch {
    return {}
  }
}

export function addressOf({ left, right }: Addressed): string {
  if (right === undefined) return '#'
  const beside = left === undefined || left === right ? '' : `${between}${encodeURIComponent(left)}`
  return `#${encodeURIComponent(right)}${beside}`
}
