// Plays many episodes, in this thread or in several. An episode is the same whoever plays it.

import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { UserError } from '../../errors/user-error.ts'
import { type PlayedEpisode, Player } from './player.ts'
import type { PlayJob, PlayReply, PlayRequest } from './protocol.ts'

export interface PlayAll {
  /** Jobs of one assignment follow each other. */
  readonly jobs: readonly PlayJob[]
  readonly threads: number
  readonly signal: AbortSignal
  /** Called as episodes come, in any order, one call at a time. */
  readonly played: (job: number, episode: PlayedEpisode) => Promise<void>
}

/** Control steps that take about as long as starting a thread. */
const worthAThread = 50_000

/** Threads that are worth starting. */
export function threadsFor(jobs: readonly PlayJob[]): number {
  const steps = jobs.reduce((sum, { assignment }) => sum + assignment.options.horizon, 0)
  return Math.max(1, Math.min(availableParallelism(), Math.floor(steps / worthAThread)))
}

/** @throws UserError when the signal is aborted; whatever playing throws */
export async function playAll(request: PlayAll): Promise<void> {
  if (request.threads === 1) await playHere(request)
  else await playInThreads(request)
}

async function playHere({ jobs, signal, played }: PlayAll): Promise<void> {
  let player: Player | undefined
  try {
    for (const [index, { assignment, seed }] of jobs.entries()) {
      if (signal.aborted) throw stopped()
      if (assignment !== jobs[index - 1]?.assignment) {
        await player?.dispose()
        player = undefined
        player = await Player.open(assignment)
      }
      await played(index, await player!.play(seed))
    }
  } finally {
    await player?.dispose()
  }
}

async function playInThreads({ jobs, threads, signal, played }: PlayAll): Promise<void> {
  const requests = requestsFor(jobs).values()
  const workers = Array.from({ length: threads }, startWorker)
  /** Episodes are taken one at a time. */
  let taking: Promise<void> = Promise.resolve()
  const take = (reply: PlayReply): Promise<void> => {
    taking = taking.then(() => {
      if (reply.kind === 'played') return played(reply.job, reply.played)
      throw reply.forPeople ? new UserError(reply.message) : new Error(`a player failed: ${reply.message}`)
    })
    return taking
  }
  const serve = async (worker: Worker): Promise<void> => {
    for (const next of requests) {
      if (signal.aborted) throw stopped()
      await take(await answerOf(worker, next))
    }
  }
  try {
    await Promise.all(workers.map(serve))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function requestsFor(jobs: readonly PlayJob[]): PlayRequest[] {
  const assignments = [...new Set(jobs.map(({ assignment }) => assignment))]
  return jobs.map((job, index) => ({ ...job, job: index, assigned: assignments.indexOf(job.assignment) }))
}

function startWorker(): Worker {
  return new Worker(new URL('../../workers/start-typescript.mjs', import.meta.url), {
    workerData: { entry: new URL('./player-worker.ts', import.meta.url).href },
    execArgv: [],
  })
}

function answerOf(worker: Worker, request: PlayRequest): Promise<PlayReply> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      worker.off('message', onMessage)
      worker.off('error', onError)
      worker.off('exit', onExit)
      act()
    }
    const onMessage = (reply: PlayReply) => settle(() => resolve(reply))
    const onError = (error: Error) => settle(() => reject(error))
    const onExit = (code: number) => settle(() => reject(new Error(`a player ended with exit code ${code}`)))
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(request)
  })
}

function stopped(): UserError {
  return new UserError('stopped', 'failed')
}
