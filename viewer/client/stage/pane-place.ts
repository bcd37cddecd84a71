// Where a pane lies in its canvas.

/** In pixels of the page, counted from the lower left corner as WebGL does. */
export function placeOf(pane: HTMLElement, canvas: HTMLElement) {
  const frame = canvas.getBoundingClientRect()
  const { left, bottom, width, height } = pane.getBoundingClientRect()
  return { x: left - frame.left, y: frame.bottom - bottom, width, height }
}

export function aspectOf(pane: HTMLElement): number {
  const { width, height } = pane.getBoundingClientRect()
  return height === 0 ? 1 : width / height
}
