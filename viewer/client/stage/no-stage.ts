// Stands in for the stage where the browser cannot draw in three dimensions: the rest of the page works.

import type { Stage } from './stage.ts'

export function createNoStage<Place extends string>(panes: Iterable<HTMLElement>): Stage<Place> {
  for (const pane of panes) pane.textContent = 'This browser cannot draw in 3-D: WebGL is switched off or missing.'
  return {
    show: () => {},
    prepare: () => {},
    isReady: () => true,
    setGhosts: () => {},
    draw: () => false,
    goTo: () => {},
    setLinked: () => {},
    preset: () => undefined,
    posesOf: () => [],
    counts: () => ({ geometries: 0, textures: 0, programs: 0 }),
    resize: () => {},
  }
}
