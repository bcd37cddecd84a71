// Gathering experience: one round of a behaviour, put where learner and teacher find their own side of it.

import { applyAffine, optimisticReward } from '../../rewards/relabel.ts'
import { branchingActor, heldRandomActor, policyActor, stumblingActor } from './actors.ts'
import type { Behaviour } from './behaviour.ts'
import type { Laboratory } from './laboratory.ts'
import { type Actor, type Round, runRound } from './round.ts'
import { episodeRows } from './rows.ts'
import { demonstrationSeed, trainingSeed } from './seeds.ts'

/** @param learn whether the learner is updated while the worlds step */
export async function gather(lab: Laboratory, behaviour: Behaviour, learn: boolean): Promise<void> {
  const { worlds, view, config, counters, episodeSteps, handOver } = lab
  const round = await runRound({
    worlds,
    view,
    seeds: nextSeeds(lab, behaviour),
    steps: episodeSteps,
    actor: actorOf(lab, behaviour),
    meanwhile: learn ? () => study(lab) : undefined,
    handOver,
  })
  counters.steps += worlds.count * episodeSteps * config.actionRepeat
  await lab.journal.append(round, behaviour)
  const rows = remember(lab, round, behaviour)
  if (behaviour !== 'expert') await reward(lab, rows)
  lab.monitor.gathered(counters, round, behaviour)
}

function nextSeeds({ config, counters, worlds }: Laboratory, behaviour: Behaviour): number[] {
  const own = behaviour === 'expert'
  const first = own ? counters.demonstrations : counters.episodes
  if (own) counters.demonstrations += worlds.count
  else counters.episodes += worlds.count
  const seed = own ? demonstrationSeed : trainingSeed
  return Array.from({ length: worlds.count }, (_, world) => seed(config.seed, first + world))
}

function actorOf({ learner, worlds, config, streams, episodeSteps }: Laboratory, behaviour: Behaviour): Actor {
  const { hold } = config.exploration
  const { count, actionSize } = worlds
  switch (behaviour) {
    case 'random':
      return heldRandomActor({ count, actionSize }, hold, streams.exploration)
    case 'policy':
      return policyActor(learner, count, 'explore')
    case 'branching': {
      const policy = policyActor(learner, count, 'explore')
      return branchingActor(policy, { count, actionSize, steps: episodeSteps }, hold, streams.exploration)
    }
    case 'expert': {
      const { stumble } = config.demonstration
      return stumblingActor(() => worlds.expert(), { count, actionSize }, { hold, stumble }, streams.demonstrations)
    }
  }
}

/** The updates that belong to one step of all worlds: a fixed number, whatever the machine's speed. */
async function study({ learner, buffer, config, streams, counters, monitor }: Laboratory): Promise<void> {
  for (let update = 0; update < config.learner.updatesPerStep; update++) {
    buffer.sample(learner.batch, learner.batchSize, streams.replay)
    monitor.updated(await learner.update())
    counters.updates++
  }
}

/** @returns rows of each episode and the slot of the replay buffer that it took; the expert's take none */
export interface Remembered {
  readonly rows: Float32Array
  readonly slot: number | undefined
}

/** Puts each side of the round where it belongs. Also used when a run is resumed. */
export function remember(lab: Laboratory, { seeds, seen, evidence }: Round, behaviour: Behaviour): Remembered[] {
  return seen.map((episode, world) => {
    const id = episodeId(behaviour, seeds[world]!)
    const rows = episodeRows(episode, lab.rowSizes)
    lab.episodes.add({ id, gatheredBy: behaviour, rows })
    lab.evidence.add(id, evidence[world]!)
    return { rows, slot: behaviour === 'expert' ? undefined : lab.buffer.add(episode) }
  })
}

/** Training seeds never repeat within a run, so the seed names the episode. */
function episodeId(behaviour: Behaviour, seed: number): string {
  return `${behaviour}-${seed}`
}

/** Gives the new transitions the reward model's view of them, on the scale of the last relabelling. */
async function reward({ affine, reward: model, buffer, config }: Laboratory, remembered: Remembered[]): Promise<void> {
  if (!affine) return
  const steps = buffer.shape.episodeSteps
  for (const { rows, slot } of remembered) {
    if (slot === undefined) continue
    const rewards = optimisticReward(await model.estimate(rows, steps), config.reward.bonus)
    applyAffine(rewards, affine)
    buffer.rewards.set(rewards, slot * steps)
  }
}
