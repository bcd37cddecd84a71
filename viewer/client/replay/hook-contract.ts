// What the replay page tells tests about itself, as `window.raprefReplay`. Types only: Node's tests import this file too.

export interface ReplayHook {
  /** Seconds on the clock, as shown. */
  time(): number
  duration(): number
  /** Poses of the drawn bodies, [bodies][7], as they were last drawn. */
  poses(): number[][]
  /** Whether what was simulated again lies over the recording. */
  ghost(): boolean
  /** Stops the clock there; resolves once it is drawn. */
  seek(time: number): Promise<void>
  /** What lies in the graphics memory. */
  counts(): { readonly geometries: number; readonly textures: number; readonly programs: number }
}
