// Buttons that move the hand while they are pressed, for fingers and for whoever has no keyboard at hand.

import { element } from '../dom/element.ts'
import type { Control } from './controls.ts'
import type { Held } from './held.ts'

const buttons: readonly (readonly [Control, face: string, label: string])[] = [
  ['left', '←', 'Left'],
  ['away', '↑', 'Away'],
  ['near', '↓', 'Near'],
  ['right', '→', 'Right'],
  ['up', '⤒', 'Up'],
  ['down', '⤓', 'Down'],
]

export function createTouchPad(held: Held, grip: () => void): HTMLElement {
  const fingers = element('button', { type: 'button', class: 'text-button framed' }, 'Fingers')
  fingers.addEventListener('click', grip)
  return element(
    'section',
    { class: 'transport touch-pad', 'aria-label': 'Move the hand' },
    ...buttons.map(([control, face, label]) => holdButton(face, label, { control, held })),
    fingers,
  )
}

function holdButton(face: string, label: string, { control, held }: { control: Control; held: Held }): HTMLElement {
  const made = element(
    'button',
    { type: 'button', class: 'icon-button framed', 'aria-label': label, title: label },
    face,
  )
  made.addEventListener('pointerdown', (event) => {
    made.setPointerCapture(event.pointerId)
    held.hold(control)
  })
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    made.addEventListener(end, () => held.release(control))
  }
  made.addEventListener('contextmenu', (event) => event.preventDefault())
  return made
}
