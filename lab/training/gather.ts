// Gathering experience: one round of a behaviour, put where learner and teacher find their own side of it.

import type { TransitionBatch } from '../../agents/replay-buffer.ts'
import { usesRanking } from '../config/ranking.ts'
import { branchingActor, heldRandomActor, policyActor, stumblingActor } from './actors.ts'
import type { Behaviour } from './behaviour.ts'
import type { Laboratory } from './laboratory.ts'
import { type Actor, type ArchivedRound, runRound } from './round.ts'
import { demonstrationSeed, trainingSeed } from './seeds.ts'

/** How the learner learns from a round: from remembered rewards, or from others in their place. */
export interface Lesson {
  /** Rewards a batch anew, before an off-policy learner learns from it. */
  readonly ofBatch?: (batch: TransitionBatch) => Promise<void>
  /** Rewards what is remembered anew, before an on-policy learner learns from it. */
  readonly ofRound?: () => Promise<void>
}

/** @param lesson the learner is updated: while the worlds step, or from the round when it is one of the policy */
export async function gather(lab: Laboratory, behaviour: Behaviour, lesson?: Lesson): Promise<void> {
  const { worlds, view, config, counters, practice, episodeSteps, handOver } = lab
  const moments = behaviour === 'branching' ? drawMoments(lab) : undefined
  const round = await runRound({
    worlds,
    view,
    seeds: nextSeeds(lab, behaviour),
    steps: episodeSteps,
    actor: actorOf(lab, behaviour, moments),
    meanwhile: lesson && practice.whileStepping ? () => practice.whileStepping!(lesson.ofBatch) : undefined,
    handOver,
    traced: usesRanking(config),
  })
  const withMoments = { ...round, moments }
  counters.steps += worlds.count * episodeSteps * config.actionRepeat
  await lab.journal.append(withMoments, behaviour)
  const rewards = await lab.rewards.of(withMoments, behaviour)
  if (behaviour !== 'expert') remember(lab, withMoments, rewards)
  if (lesson && behaviour === 'policy' && practice.afterRound) {
    await lesson.ofRound?.()
    if (rewards || lesson.ofRound) await practice.afterRound(round)
  }
  lab.monitor.gathered(counters, round, behaviour)
}

/** Late enough for the twins to share something, early enough for a segment after it. */
function drawMoments({ worlds, episodeSteps, config, streams }: Laboratory): number[] {
  const latest = Math.max(1, episodeSteps - config.session.segment + 1)
  return Array.from({ length: Math.ceil(worlds.count / 2) }, () => streams.exploration.integer(latest))
}

function nextSeeds({ config, counters, worlds }: Laboratory, behaviour: Behaviour): number[] {
  const indices = Array.from({ length: worlds.count }, (_, world) => world)
  if (behaviour === 'expert') {
    const first = counters.demonstrations
    counters.demonstrations += worlds.count
    return indices.map((world) => demonstrationSeed(config.seed, first + world))
  }
  const first = counters.episodes
  counters.episodes += worlds.count
  return indices.map((world) => trainingSeed(config.seed, first + (behaviour === 'branching' ? world >> 1 : world)))
}

function actorOf(lab: Laboratory, behaviour: Behaviour, moments: readonly number[] = []): Actor {
  const { practice, worlds, config, streams } = lab
  const { hold } = config.exploration
  switch (behaviour) {
    case 'random':
      return heldRandomActor(worlds, hold, streams.exploration)
    case 'policy':
      return policyActor(practice.learner, worlds.count, 'explore')
    case 'branching':
      return branchingActor(
        policyActor(practice.learner, worlds.count, 'explore'),
        worlds,
        { hold, moments },
        streams.exploration,
      )
    case 'expert': {
      const { stumble } = config.demonstration
      return stumblingActor(() => worlds.expert(), worlds, { hold, stumble }, streams.demonstrations)
    }
  }
}

/** Puts the round where the learner learns from. @param rewards of each world's decisions, where they are known */
function remember({ practice }: Laboratory, { seen }: ArchivedRound, rewards?: readonly Float32Array[]): void {
  const { buffer } = practice
  for (const [world, episode] of seen.entries()) {
    const slot = buffer.add(episode)
    if (rewards) buffer.rewards.set(rewards[world]!, slot * buffer.shape.episodeSteps)
  }
}

/** Puts a round of a resumed run back; its rewards are in the checkpoint. */
export function recall(lab: Laboratory, round: ArchivedRound, behaviour: Behaviour): void {
  lab.rewards.recall(round, behaviour)
  if (behaviour !== 'expert') remember(lab, round)
}
