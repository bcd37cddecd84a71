// From text on the wire to a typed message, or to one line that says what is wrong with it.

import type { z } from 'zod'
import { type PageMessage, pageMessage, type ServerMessage, serverMessage } from './messages.ts'

export type Read<Message> =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly problem: string }

export function readPageMessage(text: string): Read<PageMessage> {
  return read(pageMessage, text)
}

export function readServerMessage(text: string): Read<ServerMessage> {
  return read(serverMessage, text)
}

function read<Message>(schema: z.ZodType<Message>, text: string): Read<Message> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, problem: `found ${excerpt(text)}, expected a message in JSON` }
  }
  const result = schema.safeParse(value)
  if (result.success) return { ok: true, message: result.data }
  const issue = result.error.issues[0]
  const where = issue === undefined || issue.path.length === 0 ? 'message' : issue.path.join('.')
  return { ok: false, problem: `found ${excerpt(text)}, in ${where}: ${issue?.message ?? 'wrong shape'}` }
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text)
}
