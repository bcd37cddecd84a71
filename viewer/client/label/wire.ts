// The label protocol's messages by name, as the page's parts pass them on.

import type { LabelGiven, LabelServerMessage } from '../../protocol/label.ts'
import type { ServerMessage } from '../../protocol/messages.ts'

type Heard<Type extends LabelServerMessage['type']> = Extract<LabelServerMessage, { type: Type }>
type Given<Type extends LabelGiven['type']> = Extract<LabelGiven, { type: Type }>

export type LabelDesk = Heard<'label-desk'>
export type LabelOffer = Heard<'label-offer'>
export type LabelRefused = Heard<'label-refused'>
export type LabelAnswer = Given<'label-answer'>
export type LabelRanking = Given<'label-ranking'>

/** Of all messages those that are about labelling. */
export function isLabelMessage(message: ServerMessage): message is LabelServerMessage {
  return message.type.startsWith('label-')
}
