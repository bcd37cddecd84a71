// Lets whoever acts act, at the physics' own pace. It holds one session at a time, and disposes of it for the next.

import { CONTROL_STEP } from '../../../sim/control-step.ts'
import type { Poke } from '../../../sim/poke.ts'
import type { Recording } from '../../../sim/recording.ts'
import { type Value, value } from '../dom/value.ts'
import type { Actor } from './actors.ts'
import { createPacer } from './pacer.ts'
import type { Attempt, Session } from './session.ts'

export interface Driver {
  /** Undefined while a task is being opened. */
  readonly session: Value<Session | undefined>
  readonly attempt: Value<Attempt | undefined>
  readonly running: Value<boolean>
  /** Opens a task; where another was asked for meanwhile, that one is kept. */
  open(task: string, seed: number): Promise<void>
  reset(seed: number): void
  setActor(actor: Actor): void
  run(on: boolean): void
  poke(poke: Poke): void
  /** @throws NotADemonstrationError */
  recording(): Recording | undefined
  /** @param elapsed seconds since the last frame. Resolves once the steps that were due are done. */
  advance(elapsed: number): Promise<void>
}

interface DriverOptions {
  readonly openSession: (task: string, seed: number) => Promise<Session>
  readonly actor: Actor
  readonly onProblem: (problem: string) => void
}

/** Seconds caught up with at once. */
const mostAtOnce = 0.25

export function createDriver({ openSession, actor: first, onProblem }: DriverOptions): Driver {
  const session = value<Session | undefined>(undefined)
  const attempt = value<Attempt | undefined>(undefined)
  const running = value(false)
  const pacer = createPacer({ step: CONTROL_STEP, most: mostAtOnce })
  let actor = first
  let opening = 0
  let busy = false

  function begin(): void {
    actor.begin()
    pacer.rest()
    attempt.set(session.now?.attempt)
  }

  async function takeSteps(count: number, of: Session): Promise<void> {
    for (let step = 0; step < count && running.now && !of.attempt.over; step++) {
      const mine = actor
      const action = await mine.act(of)
      // While a policy was thinking, somebody may have reset, or opened another task.
      if (session.now !== of || actor !== mine || !running.now) return
      of.step(action, mine.name)
    }
    attempt.set(of.attempt)
    if (of.attempt.over) running.set(false)
  }

  function fail(error: unknown): void {
    running.set(false)
    onProblem(error instanceof Error ? error.message : String(error))
  }

  return {
    session,
    attempt,
    running,
    async open(task, seed) {
      const mine = ++opening
      running.set(false)
      const before = session.now
      session.set(undefined)
      attempt.set(undefined)
      before?.dispose()
      try {
        const opened = await openSession(task, seed)
        if (mine !== opening) return opened.dispose()
        session.set(opened)
        begin()
      } catch (error) {
        if (mine === opening) fail(error)
      }
    },
    reset(seed) {
      running.set(false)
      session.now?.reset(seed)
      begin()
    },
    setActor(next) {
      actor = next
      running.set(false)
      actor.begin()
    },
    run(on) {
      if (on && (session.now === undefined || session.now.attempt.over)) return
      if (on && !running.now) pacer.rest()
      running.set(on)
    },
    poke(poke) {
      try {
        session.now?.poke(poke)
        attempt.set(session.now?.attempt)
      } catch (error) {
        onProblem(error instanceof Error ? error.message : String(error))
      }
    },
    recording: () => session.now?.recording(),
    async advance(elapsed) {
      const of = session.now
      if (busy || of === undefined || !running.now) return
      busy = true
      try {
        await takeSteps(pacer.due(elapsed), of)
      } catch (error) {
        fail(error)
      } finally {
        busy = false
      }
    },
  }
}
