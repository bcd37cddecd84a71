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
  const moments = behaviour === 'branching' ? drawMoments(lab) : undefined
  const round = await runRound({
    worlds,
    view,
    seeds: nextSeeds(lab, behaviour),
    steps: episodeSteps,
    actor: actorOf(lab, behaviour, moments),
    meanwhile: learn ? () => study(lab) : undefined,
    handOver,
  })
  counters.steps += worlds.count * episodeSteps * config.actionRepeat
  await lab.journal.append({ ...round, moments }, behaviour)
  const remembered = remember(lab, { ...round, moments }, behaviour)
  if (behaviour !== 'expert') await reward(lab, remembered)
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
  const { learner, worlds, config, streams } = lab
  const { hold } = config.exploration
  switch (behaviour) {
    case 'random':
      return heldRandomActor(worlds, hold, streams.exploration)
    case 'policy':
      return policyActor(learner, worlds.count, 'explore')
    case 'branching':
      return branchingActor(
        policyActor(learner, worlds.count, 'explore'),
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
export function remember(lab: Laboratory, round: Round, behaviour: Behaviour): Remembered[] {
  const { seeds, seen, evidence, moments } = round
  const ids = seeds.map((seed, world) => episodeId(behaviour, seed, world))
  moments?.forEach((moment, pair) => {
    const [first, second] = [ids[2 * pair]!, ids[2 * pair + 1]]
    if (second !== undefined) lab.twins.push({ first, second, moment })
  })
  return seen.map((episode, world) => {
    const rows = episodeRows(episode, lab.rowSizes)
    lab.episodes.add({ id: ids[world]!, gatheredBy: behaviour, rows })
    lab.evidence.add(ids[world]!, evidence[world]!)
    return { rows, slot: behaviour === 'expert' ? undefined : lab.buffer.add(episode) }
  })
}

/** Training seeds never repeat within a run but for twins, which are told apart by their world. */
function episodeId(behaviour: Behaviour, seed: number, world: number): string {
  return behaviour === 'branching' ? `branching-${seed}-${world % 2 === 0 ? 'a' : 'b'}` : `${behaviour}-${seed}`
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
