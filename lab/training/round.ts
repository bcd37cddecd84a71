// A round: one episode in each of many worlds, stepped together. What it yields has two sides that never mix: what the
// learner may see, and what the teacher knows.

import type { VectorEnv, VectorStep } from '../../envs/contract.ts'
import type { ObservationView } from '../../envs/views/view.ts'
import type { Evidence } from '../../rewards/contract.ts'
import { EpisodeTracer } from './traces.ts'

/** Chooses actions for all worlds. @param observations views, [worlds, view]; @returns [worlds, action] */
export type Actor = (observations: Float32Array, step: number) => Promise<Float32Array>

/** What the learner may see of one world's episode. */
export interface SeenEpisode {
  /** Views, [steps + 1, view]. */
  readonly observations: Float32Array
  /** [steps, action] */
  readonly actions: Float32Array
}

export interface Round {
  readonly seeds: readonly number[]
  /** One per world. */
  readonly seen: readonly SeenEpisode[]
  /** The actions as the actor chose them, before they were brought inside the action space, [worlds, steps, action]. */
  readonly chosen: Float32Array
  /** One per world: true rewards and terms, for the teacher and the report alone. */
  readonly evidence: readonly Evidence[]
  /** Whether each world's success condition held at any step, and at the last one: for evaluations alone. */
  readonly success: readonly boolean[]
  readonly successLast: readonly boolean[]
  /** Decision at which each pair of twins parted, where worlds were twins. */
  readonly moments?: readonly number[] | undefined
}

/** What is kept of a round: actions as the worlds took them. */
export type ArchivedRound = Omit<Round, 'chosen'>

export interface RoundRequest {
  readonly worlds: VectorEnv
  readonly view: ObservationView
  readonly seeds: readonly number[]
  /** Decisions in an episode. */
  readonly steps: number
  readonly actor: Actor
  /** Work that may go on while the worlds step, such as updates of the learner. */
  readonly meanwhile?: (() => Promise<void>) | undefined
  /** What of a step is handed to the learner's side; everything as it is by default. A test spoils what must not count. */
  readonly handOver?: ((step: VectorStep) => VectorStep) | undefined
  /** Notes traces for teachers that rank factors. */
  readonly traced?: boolean
}

export async function runRound(request: RoundRequest): Promise<Round> {
  const { worlds, view, seeds, steps, actor, meanwhile, handOver = (step) => step, traced = false } = request
  const notes = new RoundNotes(worlds, view, { steps, traced })
  notes.observe(handOver(await worlds.reset(seeds)), 0)
  for (let step = 0; step < steps; step++) {
    const actions = notes.act(await actor(notes.present, step), step)
    // The policy has chosen before the updates begin, so the order of events does not depend on the machine's speed.
    const result = await bothDone(worlds.step(actions), meanwhile?.())
    notes.witness(result, step)
    notes.observe(handOver(result), step + 1)
  }
  return notes.round(seeds)
}

/** Waits for both even when one fails, so that nothing goes on behind; the other work's failure explains more. */
async function bothDone<Value>(step: Promise<Value>, other: Promise<void> | undefined): Promise<Value> {
  const [stepped, done] = await Promise.allSettled([step, other])
  if (done.status === 'rejected') throw done.reason
  if (stepped.status === 'rejected') throw stepped.reason
  return stepped.value
}

/** Collects the steps of all worlds, world by world. */
class RoundNotes {
  /** Views of the present observations, [worlds, view]. */
  readonly present: Float32Array
  readonly #worlds: VectorEnv
  readonly #view: ObservationView
  readonly #viewSize: number
  readonly #clipped: Float32Array
  readonly #chosen: Float32Array
  readonly #steps: number
  readonly #seen: readonly SeenEpisode[]
  readonly #evidence: readonly Evidence[]
  readonly #success: boolean[]
  readonly #successLast: boolean[]
  /** One per world, or none. */
  readonly #tracers: readonly EpisodeTracer[]

  constructor(worlds: VectorEnv, view: ObservationView, { steps, traced }: { steps: number; traced: boolean }) {
    const perWorld = <Value>(make: () => Value) => Array.from({ length: worlds.count }, make)
    this.#worlds = worlds
    this.#view = view
    this.#viewSize = view.size(worlds.observationSize)
    this.present = new Float32Array(worlds.count * this.#viewSize)
    this.#clipped = new Float32Array(worlds.count * worlds.actionSize)
    this.#chosen = new Float32Array(worlds.count * steps * worlds.actionSize)
    this.#steps = steps
    this.#seen = perWorld(() => ({
      observations: new Float32Array((steps + 1) * this.#viewSize),
      actions: new Float32Array(steps * worlds.actionSize),
    }))
    this.#evidence = perWorld(() => ({
      rewards: new Float32Array(steps),
      terms: Object.fromEntries(worlds.termNames.map((name) => [name, new Float32Array(steps)])),
    }))
    this.#success = perWorld(() => false)
    this.#successLast = perWorld(() => false)
    this.#tracers = traced ? perWorld(() => new EpisodeTracer(worlds, steps)) : []
  }

  observe({ observations }: VectorStep, step: number): void {
    const { count, observationSize } = this.#worlds
    this.#view.apply(observations, count, observationSize, this.present)
    const size = this.#viewSize
    this.#seen.forEach((episode, world) => {
      episode.observations.set(this.present.subarray(world * size, (world + 1) * size), step * size)
    })
    this.#tracers.forEach((tracer, world) => {
      tracer.observe(observations.subarray(world * observationSize, (world + 1) * observationSize), step)
    })
  }

  /** @returns the actions as the worlds take them: inside the action space */
  act(actions: Float32Array, step: number): Float32Array {
    const size = this.#worlds.actionSize
    for (let i = 0; i < this.#clipped.length; i++) this.#clipped[i] = Math.min(1, Math.max(-1, actions[i]!))
    this.#seen.forEach((episode, world) => {
      const [begin, end] = [world * size, (world + 1) * size]
      episode.actions.set(this.#clipped.subarray(begin, end), step * size)
      this.#chosen.set(actions.subarray(begin, end), (world * this.#steps + step) * size)
    })
    return this.#clipped
  }

  witness(result: VectorStep, step: number): void {
    const names = this.#worlds.termNames
    this.#evidence.forEach(({ rewards, terms }, world) => {
      rewards[step] = result.rewards[world]!
      names.forEach((name, index) => {
        terms[name]![step] = result.terms[world * names.length + index]!
      })
      this.#successLast[world] = result.success[world] === 1
      if (this.#successLast[world]) this.#success[world] = true
      this.#tracers[world]?.witness(this.#successLast[world]!, step)
    })
  }

  round(seeds: readonly number[]): Round {
    const [success, successLast] = [this.#success, this.#successLast]
    const evidence = this.#evidence.map((each, world) => {
      const tracer = this.#tracers[world]
      return tracer ? { ...each, traces: tracer.traces(this.#seen[world]!.actions) } : each
    })
    return { seeds, seen: this.#seen, chosen: this.#chosen, evidence, success, successLast }
  }
}
