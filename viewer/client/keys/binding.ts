// What a key binding is, and how a pressed key finds its action. Each page has its own table of them.

export interface KeyBinding<Action extends string = string> {
  /** As in KeyboardEvent.key; letters in lower case. */
  readonly key: string
  readonly shift?: true
  readonly action: Action
  /** What the legend prints on the key. */
  readonly label: string
  readonly does: string
}

export interface KeyGroup<Action extends string = string> {
  readonly title: string
  readonly keys: readonly KeyBinding<Action>[]
}

export interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** Keys with Ctrl, Alt or Meta are the browser's. Shift matters only for keys that print nothing. */
export function findAction<Action extends string>(
  groups: readonly KeyGroup<Action>[],
  pressed: Pressed,
): Action | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key
  const shift = key.length > 1 && pressed.shiftKey
  return groups.flatMap((group) => group.keys).find((each) => each.key === key && (each.shift ?? false) === shift)
    ?.action
}
