// A canvas that is as fine as the screen, and the style sheet's colours for it.

import { element } from '../dom/element.ts'

export interface Drawing {
  readonly canvas: HTMLCanvasElement
  /** Clears it and has it drawn, in pixels of the page. */
  draw(paint: (context: CanvasRenderingContext2D, width: number, height: number) => void): void
}

export function createDrawing(): Drawing {
  const canvas = element('canvas', { class: 'plot', role: 'img' })
  return {
    canvas,
    draw(paint) {
      const { clientWidth: width, clientHeight: height } = canvas
      // Thousands of small shapes: drawn by the processor in milliseconds, by a graphics driver in seconds.
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (context === null || width === 0 || height === 0) return
      const [wide, high] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)]
      if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, { width: wide, height: high })
      context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
      context.clearRect(0, 0, width, height)
      paint(context, width, height)
    },
  }
}

export interface Colours {
  readonly ink: string
  readonly quiet: string
  readonly line: string
  readonly surface: string
  readonly accent: string
  readonly trouble: string
}

export function coloursNow(): Colours {
  const style = getComputedStyle(document.documentElement)
  const named = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ink: named('ink'),
    quiet: named('quiet'),
    line: named('line'),
    surface: named('surface'),
    accent: named('accent'),
    trouble: named('trouble'),
  }
}
