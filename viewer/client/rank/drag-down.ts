// Dragging rows of a list to another place, by mouse, pen or finger. Rows carry their place as `data-place` and are taken by
// their grip.

/** @param onDrop places in the list, from 0 */
export function dragDown(list: HTMLElement, onDrop: (from: number, to: number) => void): void {
  let drag: { readonly row: HTMLElement; readonly from: number; readonly y: number } | undefined

  list.addEventListener('pointerdown', (event) => {
    const grip = (event.target as HTMLElement).closest('.grip')
    const row = grip?.closest<HTMLElement>('[data-place]')
    if (!row || event.button !== 0) return
    event.preventDefault()
    drag = { row, from: Number(row.dataset.place), y: event.clientY }
    list.setPointerCapture(event.pointerId)
    row.classList.add('dragged')
  })
  list.addEventListener('pointermove', (event) => {
    if (drag !== undefined) drag.row.style.transform = `translateY(${event.clientY - drag.y}px)`
  })
  list.addEventListener('pointerup', (event) => {
    const done = drag
    release()
    if (done !== undefined) onDrop(done.from, placeAt(list, event.clientY))
  })
  list.addEventListener('pointercancel', release)

  function release(): void {
    drag?.row.classList.remove('dragged')
    if (drag !== undefined) drag.row.style.transform = ''
    drag = undefined
  }
}

/** The place whose home lies nearest to y. */
function placeAt(list: HTMLElement, y: number): number {
  const homes = [...list.querySelectorAll<HTMLElement>('[data-place]')].map((row) => {
    const { top, height } = row.getBoundingClientRect()
    return Math.abs(top + height / 2 - y)
  })
  return homes.indexOf(Math.min(...homes))
}
