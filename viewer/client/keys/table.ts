// Every key of the page: what it does, and what the legend says. One table for both.

export type Action =
  | 'toggle-play'
  | 'step-back'
  | 'step-forward'
  | 'second-back'
  | 'second-forward'
  | 'to-start'
  | 'to-end'
  | 'slower'
  | 'faster'
  | 'toggle-loop'
  | 'camera-front'
  | 'camera-side'
  | 'camera-top'
  | 'camera-wrist'
  | 'toggle-link'
  | 'toggle-theme'
  | 'toggle-legend'

export interface KeyBinding {
  /** As in KeyboardEvent.key; letters in lower case. */
  readonly key: string
  readonly shift?: true
  readonly action: Action
  /** What the legend prints on the key. */
  readonly label: string
  readonly does: string
}

export interface KeyGroup {
  readonly title: string
  readonly keys: readonly KeyBinding[]
}

export const keyGroups: readonly KeyGroup[] = [
  {
    title: 'Clock',
    keys: [
      { key: ' ', label: 'Space', action: 'toggle-play', does: 'play or pause' },
      { key: 'ArrowLeft', label: '←', action: 'step-back', does: 'one frame back' },
      { key: 'ArrowRight', label: '→', action: 'step-forward', does: 'one frame on' },
      { key: 'ArrowLeft', shift: true, label: 'Shift ←', action: 'second-back', does: 'one second back' },
      { key: 'ArrowRight', shift: true, label: 'Shift →', action: 'second-forward', does: 'one second on' },
      { key: 'Home', label: 'Home', action: 'to-start', does: 'to the start' },
      { key: 'End', label: 'End', action: 'to-end', does: 'to the end' },
      { key: '[', label: '[', action: 'slower', does: 'slower' },
      { key: ']', label: ']', action: 'faster', does: 'faster' },
      { key: 'o', label: 'O', action: 'toggle-loop', does: 'loop or stop at the end' },
    ],
  },
  {
    title: 'Cameras',
    keys: [
      { key: '1', label: '1', action: 'camera-front', does: 'front' },
      { key: '2', label: '2', action: 'camera-side', does: 'side' },
      { key: '3', label: '3', action: 'camera-top', does: 'top' },
      { key: '4', label: '4', action: 'camera-wrist', does: 'wrist' },
      { key: 'l', label: 'L', action: 'toggle-link', does: 'link or free the cameras' },
    ],
  },
  {
    title: 'Page',
    keys: [
      { key: 't', label: 'T', action: 'toggle-theme', does: 'light or dark' },
      { key: '?', label: '?', action: 'toggle-legend', does: 'this legend' },
    ],
  },
]

export interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** Keys with Ctrl, Alt or Meta are the browser's. Shift matters only for keys that print nothing. */
export function actionOf(pressed: Pressed): Action | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key
  const shift = key.length > 1 && pressed.shiftKey
  return keyGroups.flatMap((group) => group.keys).find((each) => each.key === key && (each.shift ?? false) === shift)
    ?.action
}
