// What the browser can draw with.

import type { Hardware } from './quality.ts'

export function examineHardware(): Hardware {
  if (hasContext({ failIfMajorPerformanceCaveat: true })) return 'graphics'
  return hasContext({}) ? 'processor' : 'none'
}

function hasContext(settings: WebGLContextAttributes): boolean {
  const context = document.createElement('canvas').getContext('webgl2', settings)
  // Browsers allow few contexts at a time.
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
