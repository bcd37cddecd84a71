// Installs `window.raprefDrive`, through which tests see the driven world.

import type { SoloStage } from '../stage/solo-stage.ts'
import type { Driver } from './driver.ts'
import type { DriveHook } from './hook-contract.ts'

declare global {
  interface Window {
    raprefDrive?: DriveHook
  }
}

export function installDriveHook(driver: Driver, stage: SoloStage | undefined): void {
  const place = (body: string): [number, number, number] => {
    const env = driver.session.now?.env
    const index = env?.scene().bodies.findIndex(({ name }) => name === body) ?? -1
    const [x = Number.NaN, y = 0, z = 0] = env?.poses().slice(7 * index, 7 * index + 3) ?? []
    return [x, y, z]
  }
  window.raprefDrive = {
    attempt: () => driver.attempt.now,
    running: () => driver.running.now,
    place,
    seen(body) {
      if (stage === undefined) return [0, 0]
      const at = stage.rig.target
        .clone()
        .set(...place(body))
        .project(stage.rig.camera)
      const { left, top, width, height } = stage.canvas.getBoundingClientRect()
      return [left + ((at.x + 1) / 2) * width, top + ((1 - at.y) / 2) * height]
    },
    counts: () => stage?.counts(),
  }
}
