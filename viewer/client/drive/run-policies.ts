// The runs whose policies can be tried, as the server names them.

import { browserEnds } from '../connection/browser-socket.ts'
import { connect } from '../connection/connection.ts'

/** Tells of them now and whenever they change; without a server, never. */
export function watchRuns(tell: (runs: readonly string[]) => void): void {
  connect({
    ...browserEnds,
    onMessage(message) {
      if (message.type === 'runs') tell(message.runs.map(({ id }) => id))
    },
    onFrame: () => {},
    onProblem: () => {},
  })
}
