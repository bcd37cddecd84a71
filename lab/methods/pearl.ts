// PEARL: labels of one task teach another (Liu et al. 2024). Segments of both tasks are matched by optimal transport
// between their distances, labels of source pairs become soft labels of target pairs, a reward model that doubts them is
// fitted to the confident ones, and a policy is learned offline from its rewards.
//
// What is easily got wrong: labels must be weighed by the plan's conditional weights, or they shrink with the number of
// segments; a plan knows no up and down, so labels are turned where task-free features say so; rewards are rescaled to
// the length of an episode, or implicit Q-learning sees none.
//
// The authors' code is not public. `labels`, `model` and `noise` name what it is compared with.

import { z } from 'zod'
import { count, positive, share } from '../../agents/settings.ts'
import { alignmentDefaults } from '../../rewards/alignment/align.ts'
import { orientationNames } from '../../rewards/alignment/orientation.ts'
import { weightNames } from '../../rewards/alignment/transfer.ts'
import type { OfflineMethod } from '../method.ts'

const settings = z.strictObject({
  source: z.string().default('button-press').describe('Task whose answers are transferred; short: source=<task>'),
  labels: z
    .enum(['transferred', 'scripted', 'random', 'none'])
    .default('transferred')
    .describe('From the source task, of the teacher on the target, of a coin, or none: behaviour cloning'),
  model: z
    .enum(['robust', 'bradley-terry'])
    .default('robust')
    .describe('Reward model: Gaussians that know how unsure they are, or an ensemble that believes what it is told'),
  noise: z.number().min(0).max(0.5).default(0).describe("Share of the teacher's answers that are turned round"),
  mix: z
    .string()
    .default('standard')
    .describe('Episodes that are played for source and target, as `rapref record --mix` has it'),
  sourceData: z.string().default('').describe('Dataset of the source task, in place of played episodes'),
  targetData: z.string().default('').describe('Dataset of the target task, in place of played episodes'),
  segments: count(4, 2000).default(150).describe('Segments of each task that are matched'),
  pairs: count(1, 1e6).default(400).describe('Pairs of target segments that labels are made for'),
  keep: positive(1).default(0.5).describe('Share of them that is learned from, the most confident'),
  alpha: share().default(alignmentDefaults.alpha).describe('Weight of task-free features against distances; 0: none'),
  epsilon: positive(10)
    .default(alignmentDefaults.epsilon)
    .describe('Entropy of the plan, as a share of the spread of costs'),
  iterations: count(1, 1e5).default(alignmentDefaults.iterations).describe('Most outer iterations of the plan'),
  weights: z
    .enum(weightNames)
    .default(alignmentDefaults.weights)
    .describe("How labels are weighed: by the plan's conditional weights, or by the plan as published"),
  orientation: z
    .enum(orientationNames)
    .default(alignmentDefaults.orientation)
    .describe('What tells labels that are upside down: task-free features, one answer about the target, or nothing'),
})

export const pearl = {
  id: 'pearl',
  title: 'PEARL',
  source: 'Liu et al. 2024; settings of the learner: Kostrikov, Nair and Levine 2021',
  online: false,
  needs: ['labels of another task', 'learner=iql'],
  reward: 'offline',
  settings,

  async run(lab) {
    if (lab.unrewarded()) {
      await lab.label()
      await lab.fitReward()
    }
    while (await lab.goOn()) {
      await lab.practise()
      if (lab.evaluationDue()) await lab.evaluate()
    }
  },
} satisfies OfflineMethod<typeof settings>
