// What runs inside a worker thread: it makes its worlds, then sleeps on shared memory between commands.

import type { Env, MakeEnv } from '../contract.ts'
import { layVectorArrays } from './arrays.ts'
import { makeEnvs } from './make-envs.ts'
import { specOf } from './spec.ts'
import { COMMAND, COMMANDS, TICKET, type WorkerPort, type WorkerRequest } from './worker-protocol.ts'
import { Worlds } from './worlds.ts'

/** Serves one vector environment until the thread is ended from outside. */
export function serveWorlds(port: WorkerPort, make: MakeEnv): void {
  let envs: readonly Env[] = []
  port.listen(async (request) => {
    try {
      if (request.kind === 'make') {
        envs = await makeEnvs({ ...request, make })
        port.post({ kind: 'made', spec: specOf(envs[0]!) })
      } else {
        obeyForever(port, request, envs)
      }
    } catch (error) {
      port.post({ kind: 'failed', message: messageOf(error) })
    }
  })
}

type Attach = Extract<WorkerRequest, { kind: 'attach' }>

function obeyForever(
  port: WorkerPort,
  { sizes, arrays, control, from, autoreset }: Attach,
  envs: readonly Env[],
): never {
  const worlds = new Worlds({ envs, arrays: layVectorArrays(sizes, arrays), from, autoreset })
  const shared = new Int32Array(control)
  for (let ticket = 0; ; ticket++) {
    Atomics.wait(shared, TICKET, ticket)
    try {
      worlds[COMMANDS[shared[COMMAND]!]!]()
      port.post({ kind: 'done' })
    } catch (error) {
      port.post({ kind: 'failed', message: messageOf(error) })
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
