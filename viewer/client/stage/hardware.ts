// Whether WebGL runs on a graphics processor here or is imitated by the CPU.

export function hasGraphicsHardware(): boolean {
  const context = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true })
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
