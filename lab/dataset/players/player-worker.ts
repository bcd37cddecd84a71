// Entry of a thread that plays episodes for a dataset, one request after the other.

import { parentPort } from 'node:worker_threads'
import { UserError } from '../../errors/user-error.ts'
import { Player } from './player.ts'
import type { PlayReply, PlayRequest } from './protocol.ts'

if (parentPort === null) throw new Error('this file runs inside a worker thread; start it with playAll')
const port = parentPort
let current: { readonly assigned: number; readonly player: Player } | undefined

port.on('message', async (request: PlayRequest) => {
  const reply = await answer(request)
  port.postMessage(reply)
})

async function answer({ assigned, assignment, job, seed }: PlayRequest): Promise<PlayReply> {
  try {
    if (current?.assigned !== assigned) {
      await current?.player.dispose()
      current = undefined
      current = { assigned, player: await Player.open(assignment) }
    }
    return { kind: 'played', job, played: await current.player.play(seed) }
  } catch (error) {
    const { message, stack } = error as Error
    const forPeople = error instanceof UserError
    return { kind: 'failed', message: forPeople ? message : (stack ?? message), forPeople }
  }
}
