// Serves a run's policy.onnx, which the page can compute by itself.

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RunSource } from './source.ts'
import { pathOf, say, send } from './static-files.ts'

/** @returns the run whose policy is asked for, or undefined where something else is. */
export function policyAskedFor(url: string): string | undefined {
  return /^runs\/([^/]+(?:\/[^/]+)*)\/policy\.onnx$/.exec(pathOf(url) ?? '')?.[1]
}

export async function servePolicy(
  source: RunSource,
  { run, request, response }: { run: string; request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(response, 405, 'only GET and HEAD are answered')
  const onnx = await source.policy(run)
  if (onnx === undefined) return say(response, 404, `the run ${JSON.stringify(run)} has no policy.onnx yet`)
  send(request, response, { type: 'application/octet-stream', caching: 'no-cache', body: onnx })
}
