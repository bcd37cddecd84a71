// Answers pages that try out a ranking of factors. What rankings mean, and how a run starts, is the business of whoever
// started the server.

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { z } from 'zod'
import {
  type JudgeRequest,
  judgeRequest,
  type RankingJudgement,
  type RankingStarted,
  rankingAddresses,
  type StartRequest,
  startRequest,
} from '../protocol/ranking.ts'
import { readBody } from './read-body.ts'
import { pathOf, say, send } from './static-files.ts'

export interface RankingRoom {
  /** @throws RankingError where the run cannot be judged, or the ranking cannot be read */
  judge(request: JudgeRequest): Promise<RankingJudgement>
  /** @throws RankingError where a run cannot be started now */
  start(request: StartRequest): Promise<RankingStarted>
}

/** What to tell the person: what was found, and what to type. */
export class RankingError extends Error {
  override readonly name = 'RankingError'
}

export interface RankingDesk {
  /** @returns undefined where something else is asked for. */
  asked(url: string): keyof typeof rankingAddresses | undefined
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
}

interface Exchange {
  readonly kind: keyof typeof rankingAddresses
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

const contentType = 'application/json'
const mostBytes = 64 * 1024

/** @param room undefined where nobody ranks anything */
export function rankingDesk(room: RankingRoom | undefined): RankingDesk {
  /** One at a time: judging simulates episodes again. */
  let before: Promise<unknown> = Promise.resolve()

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const mine = before.then(work, work)
    before = mine.catch(() => {})
    return mine
  }

  async function reply(text: string, { kind, request, response }: Exchange): Promise<void> {
    const read = { judge: judgeRequest, start: startRequest }[kind].safeParse(parsed(text))
    if (!read.success) return say(response, 400, problemOf(read.error))
    try {
      const asked = read.data
      const answer = await inTurn(async () => ('run' in asked ? await room!.judge(asked) : await room!.start(asked)))
      const body = Buffer.from(JSON.stringify(answer))
      send(request, response, { type: contentType, caching: 'no-store', body })
    } catch (error) {
      if (!(error instanceof RankingError)) throw error
      say(response, 422, error.message)
    }
  }

  function asked(url: string): keyof typeof rankingAddresses | undefined {
    const path = pathOf(url)
    return (['judge', 'start'] as const).find((kind) => path === rankingAddresses[kind])
  }

  return {
    asked,
    async answer(request, response) {
      if (request.method !== 'POST') return say(response, 405, 'rankings are sent by POST')
      if (room === undefined) return say(response, 404, 'this server judges no rankings; rapref view does')
      // A form of another page cannot ask for this type without asking first.
      if (request.headers['content-type'] !== contentType) return say(response, 415, `expected the type ${contentType}`)
      const bytes = await readBody(request, mostBytes)
      if (bytes === undefined) return say(response, 413, `a ranking has at most ${mostBytes} bytes`)
      const kind = asked(request.url ?? '')!
      await reply(Buffer.from(bytes).toString('utf8'), { kind, request, response })
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function problemOf(error: z.ZodError): string {
  const { path, message } = error.issues[0]!
  return path.length === 0 ? `expected a ranking as JSON: ${message}` : `${path.join('.')}: ${message}`
}
