// Dragging cards of a row to another place, by mouse, pen or finger.

/** Movement below this is a press, not a drag. */
const slack = 6

/**
 * Cards carry their place as `data-place`.
 *
 * @param onDrop places in the row, from 0
 */
export function dragAlong(row: HTMLElement, onDrop: (from: number, to: number) => void): void {
  let drag: { readonly card: HTMLElement; readonly from: number; readonly x: number; moved: boolean } | undefined

  row.addEventListener('pointerdown', (event) => {
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-place]')
    if (card === null || event.button !== 0) return
    drag = { card, from: Number(card.dataset.place), x: event.clientX, moved: false }
    row.setPointerCapture(event.pointerId)
  })
  row.addEventListener('pointermove', (event) => {
    if (drag === undefined) return
    const by = event.clientX - drag.x
    drag.moved ||= Math.abs(by) > slack
    if (!drag.moved) return
    drag.card.style.transform = `translateX(${by}px)`
    drag.card.classList.add('dragged')
  })
  row.addEventListener('pointerup', (event) => {
    const done = drag
    release()
    // Moved by a pointer, the card gives the focus back: keys are the page's again.
    if (document.activeElement instanceof HTMLElement && row.contains(document.activeElement))
      document.activeElement.blur()
    if (done === undefined) return
    // The row holds the pointer, so the card gets no click of its own.
    if (done.moved) onDrop(done.from, placeAt(row, event.clientX))
    else done.card.click()
  })
  row.addEventListener('pointercancel', release)

  function release(): void {
    drag?.card.classList.remove('dragged')
    if (drag !== undefined) drag.card.style.transform = ''
    drag = undefined
  }
}

/** The place whose home lies nearest to x. */
function placeAt(row: HTMLElement, x: number): number {
  const homes = [...row.querySelectorAll<HTMLElement>('[data-place]')].map((card) => {
    const { left, width } = (card.parentElement ?? card).getBoundingClientRect()
    return Math.abs(left + width / 2 - x)
  })
  return homes.indexOf(Math.min(...homes))
}
