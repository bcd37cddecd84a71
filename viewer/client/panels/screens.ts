// The pages there are, each an .html file of this room with a script of the same name, and the way between them.

import { element } from '../dom/element.ts'

const screens = [
  { id: 'watch', title: 'Watch', address: './' },
  { id: 'sweep', title: 'Runs', address: './sweep' },
  { id: 'label', title: 'Label', address: './label' },
  { id: 'rank', title: 'Rank', address: './rank' },
  { id: 'replay', title: 'Replay', address: './replay' },
  { id: 'drive', title: 'Drive', address: './drive' },
] as const
export type ScreenId = (typeof screens)[number]['id']

export function createScreenLinks(present: ScreenId): HTMLElement {
  const links = screens.map(({ id, title, address }) =>
    element('a', id === present ? { href: address, 'aria-current': 'page' } : { href: address }, title),
  )
  return element('nav', { class: 'screens', 'aria-label': 'Pages' }, ...links)
}
