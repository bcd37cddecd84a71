// The physics engine, loaded once a process. The build is part of every recording: another build, other hashes.

import { init, version } from '@dimforge/rapier3d'

/** The npm package behind the alias `@dimforge/rapier3d`; a test compares it with what is installed. */
const PACKAGE = 'rapier3d-simd-compat'

let loading: Promise<void> | undefined
let loaded = false

/** Loads the WebAssembly module; later calls return the same promise. */
export function loadEngine(): Promise<void> {
  loading ??= init().then(() => {
    loaded = true
  })
  return loading
}

/** @throws when `loadEngine` was not awaited. */
export function requireEngine(): void {
  if (!loaded) throw new EngineNotLoadedError()
}

/** Package and version, such as `rapier3d-simd-compat 0.20.0`. */
export function engineBuild(): string {
  requireEngine()
  return `${PACKAGE} ${version()}`
}

export class EngineNotLoadedError extends Error {
  constructor() {
    super('the physics engine is not loaded: await loadEngine() before creating a world')
    this.name = 'EngineNotLoadedError'
  }
}
