// What is held down: keys, buttons on the page, a gamepad.

import { added, type Control, isPadGripping, noWish, padWish, type Wish, wishOf } from './controls.ts'
import { controlOf, driveActionOf } from './keys.ts'

export interface Held {
  wish(): Wish
  slow(): boolean
  hold(control: Control): void
  release(control: Control): void
}

/** @param onGrip the gamepad's button for the fingers was pressed */
export function listenForHolding(onGrip: () => void): Held {
  const held = new Set<Control>()
  let gripping = false
  addEventListener('keyup', (event) => {
    const control = controlOf(driveActionOf(event))
    if (control !== undefined) held.delete(control)
  })
  // Keys that are let go elsewhere are never heard of.
  addEventListener('blur', () => held.clear())

  function pad(): Wish {
    const [found] = navigator.getGamepads().filter((each) => each !== null)
    if (found === undefined) return noWish
    const now = isPadGripping(found)
    if (now && !gripping) onGrip()
    gripping = now
    return padWish(found)
  }

  return {
    wish: () => added(wishOf(held), pad()),
    slow: () => held.has('slow'),
    hold: (control) => void held.add(control),
    release: (control) => void held.delete(control),
  }
}
