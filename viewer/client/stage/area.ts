// Where a pane lies in its canvas.

/** In pixels of the page, counted from the lower left corner as WebGL does. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function areaOf(pane: HTMLElement, canvas: HTMLElement): Area {
  const frame = canvas.getBoundingClientRect()
  const { left, bottom, width, height } = pane.getBoundingClientRect()
  return { x: left - frame.left, y: frame.bottom - bottom, width, height }
}

export function aspectOf({ width, height }: Area): number {
  return height === 0 ? 1 : width / height
}
