// One line for what went wrong, which goes away by itself.

import { element, setAttributes, setText } from '../dom/element.ts'

export interface Notice {
  readonly root: HTMLElement
  say(line: string): void
}

const shownMilliseconds = 8000

export function createNotice(): Notice {
  const root = element('p', { class: 'notice', role: 'alert', hidden: true })
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    root,
    say(line) {
      setText(root, line)
      setAttributes(root, { hidden: false })
      clearTimeout(timer)
      timer = setTimeout(() => setAttributes(root, { hidden: true }), shownMilliseconds)
    },
  }
}
