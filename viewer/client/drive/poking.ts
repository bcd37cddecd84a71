// The pointer on objects: a press or a drag that begins on a free body pushes it; any other turns the camera.

import type { Poke } from '../../../sim/poke.ts'
import { setAttributes } from '../dom/element.ts'
import type { SoloStage } from '../stage/solo-stage.ts'
import { type LiveFigure, lookingOf } from './live-figure.ts'
import { pushVelocity } from './pushing.ts'

interface PokingOptions {
  /** Around what receives the pointer: heard before the camera is. */
  readonly pane: HTMLElement
  readonly stage: SoloStage
  readonly figure: () => LiveFigure | undefined
  readonly push: (poke: Poke) => void
}

export function listenForPokes({ pane, stage, figure, push }: PokingOptions): void {
  let begun: { readonly body: string; readonly at: Poke['at']; readonly x: number; readonly y: number } | undefined

  function under({ clientX, clientY }: PointerEvent) {
    const { left, top, width, height } = stage.canvas.getBoundingClientRect()
    return figure()?.bodyAt(((clientX - left) / width) * 2 - 1, 1 - ((clientY - top) / height) * 2)
  }

  pane.addEventListener(
    'pointerdown',
    (event) => {
      const found = event.isPrimary && event.button === 0 ? under(event) : undefined
      if (found === undefined) return
      begun = { ...found, x: event.clientX, y: event.clientY }
      pane.setPointerCapture(event.pointerId)
      event.stopPropagation()
    },
    { capture: true },
  )
  pane.addEventListener('pointermove', (event) => {
    if (event.buttons === 0) setAttributes(pane, { 'data-touching': under(event) !== undefined })
  })
  pane.addEventListener('pointerup', ({ clientX, clientY }) => {
    if (begun === undefined) return
    const { body, at, x, y } = begun
    begun = undefined
    push({ body, at, velocity: pushVelocity([clientX - x, clientY - y], lookingOf(stage)) })
  })
  pane.addEventListener('pointercancel', () => {
    begun = undefined
  })
}
