// The page's few icons, drawn on a grid of 16.

import { svg } from '../dom/element.ts'

const paths = {
  play: 'M5 3.2v9.6L12.6 8z',
  pause: 'M4.5 3h2.6v10H4.5zM8.9 3h2.6v10H8.9z',
  back: 'M12 3.2v9.6L5.4 8zM3.4 3.2H5v9.6H3.4z',
  on: 'M4 3.2v9.6L10.6 8zM11 3.2h1.6v9.6H11z',
  loop: 'M4 5.2h6.2V3.4L13.4 6l-3.2 2.6V6.8H5.4v2H4zM12 10.8H5.8v1.8L2.6 10l3.2-2.6v1.8h4.8v-2H12z',
  link: 'M6.6 10.8H5a2.8 2.8 0 0 1 0-5.6h1.6v1.4H5a1.4 1.4 0 0 0 0 2.8h1.6zM9.4 5.2H11a2.8 2.8 0 0 1 0 5.6H9.4V9.4H11a1.4 1.4 0 0 0 0-2.8H9.4zM5.6 7.3h4.8v1.4H5.6z',
  theme: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 1.5v9a4.5 4.5 0 0 1 0-9z',
} as const

export type Icon = keyof typeof paths

export function icon(name: Icon): SVGElement {
  return svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true', class: 'icon' }, svg('path', { d: paths[name] }))
}
