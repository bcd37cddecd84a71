// What the driving page tells tests about itself, as `window.raprefDrive`. Types only: Node's tests import this file too.

import type { Attempt } from './session.ts'

export interface DriveHook {
  attempt(): Attempt | undefined
  running(): boolean
  /** Where a body is: position x y z. */
  place(body: string): readonly number[]
  /** Where a body is seen, in pixels of the page. */
  seen(body: string): readonly [x: number, y: number]
  counts(): { readonly geometries: number; readonly textures: number; readonly programs: number } | undefined
}
