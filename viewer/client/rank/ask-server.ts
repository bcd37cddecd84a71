// Asks the server what a ranking comes to, and to start a run from one.

import {
  type JudgeRequest,
  judgement,
  type RankingJudgement,
  type RankingStarted,
  rankingAddresses,
  type StartRequest,
  started,
} from '../../protocol/ranking.ts'

/** @throws Error with what the server says */
export function askJudgement(request: JudgeRequest): Promise<RankingJudgement> {
  return ask(rankingAddresses.judge, request, judgement)
}

/** @throws Error with what the server says */
export function askStart(request: StartRequest): Promise<RankingStarted> {
  return ask(rankingAddresses.start, request, started)
}

async function ask<Answer>(
  address: string,
  request: unknown,
  schema: { parse(value: unknown): Answer },
): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(request) })
  if (!response.ok) throw new Error((await response.text()).trim())
  return schema.parse(await response.json())
}
