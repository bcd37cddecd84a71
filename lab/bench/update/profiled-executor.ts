// The `cpu` executor with onnxruntime's profiler on, and what is known of each program before it runs.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compiledExecutor } from '../../../agents/tensor/executors/compiled.ts'
import { loadNodeRuntime } from '../../../agents/tensor/executors/node-runtime.ts'
import { prepareGraph } from '../../../agents/tensor/executors/prepare.ts'
import type { Session, SessionOptions } from '../../../agents/tensor/executors/runtime.ts'
import { type GraphSummary, summarise } from '../../../agents/tensor/graph/summary.ts'
import type { Executor } from '../../../agents/tensor/program.ts'
import type { ProfileEvent } from './profile.ts'

export interface Profile {
  readonly program: string
  readonly summary: GraphSummary
  readonly events: readonly ProfileEvent[]
}

interface Profiled {
  readonly program: string
  readonly summary: GraphSummary
  readonly folder: string
  readonly session: Session
}

export class ProfiledExecutor implements Executor {
  readonly id = 'cpu'
  readonly #profiled: Profiled[] = []
  readonly #folder = mkdtempSync(join(tmpdir(), 'update-profile-'))

  compile: Executor['compile'] = async (program, store) => {
    const folder = mkdtempSync(join(this.#folder, 'session-'))
    const runtime = await loadNodeRuntime()
    const create = async (model: Uint8Array, options: SessionOptions) => {
      const profiling = { enableProfiling: true, profileFilePrefix: join(folder, 'profile') }
      const session = await runtime.InferenceSession.create(model, { ...options, ...profiling })
      const { graph } = prepareGraph(program).packed
      this.#profiled.push({ program: program.name, summary: summarise(graph), folder, session })
      return session
    }
    const InferenceSession = { create } as typeof runtime.InferenceSession
    const load = async () => ({ ...runtime, InferenceSession })
    return compiledExecutor({ id: 'cpu', provider: 'cpu', load }).compile(program, store)
  }

  /** Ends profiling, once: before the programs are disposed of. */
  profiles(): Profile[] {
    return this.#profiled.map(({ program, summary, folder, session }) => {
      session.endProfiling()
      const [file = ''] = readdirSync(folder)
      return { program, summary, events: JSON.parse(readFileSync(join(folder, file), 'utf8')) as ProfileEvent[] }
    })
  }

  dispose(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
