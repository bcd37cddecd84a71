// What runs inside a worker thread.

import type { Env, MakeEnv } from '../contract.ts'
import { layVectorArrays } from './arrays.ts'
import { makeEnvs } from './make-envs.ts'
import { specOf } from './spec.ts'
import type { WorkerPort, WorkerReply, WorkerRequest } from './worker-protocol.ts'
import { Worlds } from './worlds.ts'

/** Serves one vector environment until the thread is ended from outside. */
export function serveWorlds(port: WorkerPort, make: MakeEnv): void {
  const server = new WorldServer(make)
  port.listen(async (request) => {
    try {
      port.post(await server.obey(request))
    } catch (error) {
      port.post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
  })
}

class WorldServer {
  readonly #make: MakeEnv
  #envs: readonly Env[] = []
  #worlds: Worlds | undefined

  constructor(make: MakeEnv) {
    this.#make = make
  }

  async obey(request: WorkerRequest): Promise<WorkerReply> {
    switch (request.kind) {
      case 'make':
        this.#envs = await makeEnvs({ ...request, make: this.#make })
        return { kind: 'made', spec: specOf(this.#envs[0]!) }
      case 'attach': {
        const { sizes, memory, from, autoreset } = request
        this.#worlds = new Worlds({ envs: this.#envs, arrays: layVectorArrays(sizes, memory), from, autoreset })
        return { kind: 'done' }
      }
      case 'run':
        this.#worlds![request.command]()
        return { kind: 'done' }
    }
  }
}
