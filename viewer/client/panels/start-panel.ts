// Lets both policies begin from a start that nobody recorded: the same for both, so that the pair is fair.

import { element, setAttributes } from '../dom/element.ts'

export interface StartPanel {
  readonly root: HTMLElement
  /** Whether both runs can be rolled out. */
  setPossible(possible: boolean): void
}

interface StartPanelOptions {
  readonly onStart: (seed: number) => void
  readonly onRecorded: () => void
}

/** Seeds that no run trains on and none is judged by on the way: those of the final evaluation begin there. */
const firstSeed = 500_000

export function createStartPanel({ onStart, onRecorded }: StartPanelOptions): StartPanel {
  const seed = element('input', {
    type: 'number',
    min: 0,
    max: 999_999_999,
    step: 1,
    value: firstSeed,
    'aria-label': 'Seed of the start',
  })
  const start = press('Start both from seed', () => onStart(readSeed()))
  const next = press('Next', () => {
    seed.value = String(readSeed() + 1)
    onStart(readSeed())
  })
  const recorded = press('Recorded', onRecorded)
  const root = element(
    'div',
    { class: 'group starts', role: 'group', 'aria-label': 'Start of both policies', hidden: true },
    start,
    seed,
    next,
    recorded,
  )

  function readSeed(): number {
    const value = Math.round(Number(seed.value))
    return Number.isFinite(value) ? Math.min(999_999_999, Math.max(0, value)) : firstSeed
  }

  seed.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') onStart(readSeed())
  })

  return { root, setPossible: (possible) => setAttributes(root, { hidden: !possible }) }
}

function press(label: string, onPress: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'text-button' }, label)
  made.addEventListener('click', onPress)
  return made
}
