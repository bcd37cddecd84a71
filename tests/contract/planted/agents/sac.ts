import type { Env } from '../envs/contract.ts'

export const { env } = (await import('onnxruntime-node')) as unknown as { env: Env }
