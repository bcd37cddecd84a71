// The configuration of a run: this one schema is its types, its defaults, its limits, its help text and its errors.
// "Steps" are control steps (1/80 s); a decision is one action of the policy, held for `actionRepeat` steps.

import { z } from 'zod'
import { count, positive, share } from '../../agents/settings.ts'
import { preferenceLosses } from '../../rewards/losses/loss-names.ts'
import { namedTeachers } from '../../rewards/teachers/named.ts'
import { DEFAULT_ROBOT, ROBOT_NAMES } from '../../sim/arm/robots.ts'
import { learnerSections } from './learner-sections.ts'
import { methodSections } from './method-sections.ts'

const environment = {
  task: z.string().default('drawer-open').describe('What to learn; `rapref envs` lists the tasks'),
  horizon: count(1, 100_000).default(500).describe('Steps after which an episode is cut off'),
  physics: z
    .enum(['accurate', 'fast'])
    .default('accurate')
    .describe('Physics steps in a control step: `accurate` two of 1/160 s, `fast` one of 1/80 s'),
  actionRepeat: count(1, 100).default(1).describe('Steps that one decision is held for'),
  robot: z
    .enum(ROBOT_NAMES)
    .default(DEFAULT_ROBOT)
    .describe('Whose arm is drawn behind the hand; nothing else changes'),
  view: z
    .enum(['auto', 'relative', 'raw'])
    .default('auto')
    .describe('What the learner sees of an observation; `auto` is `relative` of the tasks with a hand, else `raw`'),
  worlds: count(1, 4096).default(16).describe('Worlds simulated side by side'),
  workers: count(0, 256).default(0).describe('Threads that simulate them; 0 is the thread that learns'),
}

const budgets = {
  seed: z.int().min(0).default(1).describe('Decides everything that is drawn at random'),
  steps: count(1, 1e12).default(2_000_000).describe('Budget of environment steps, all worlds together'),
  minutes: positive(1e6).default(60).describe('Limit of wall-clock time; the run ends well when it is reached'),
  labels: count(0, 1e7).default(500).describe('Budget of answers from the teacher'),
}

// The defaults of `session`, `reward` and `pretraining` are those of B-Pref on Meta-World; what it does not have is off.
const session = z
  .strictObject({
    labels: count(1, 100_000).default(50).describe('Pairs put to the teacher in one session'),
    first: count(1, 100_000).default(50).describe('Pairs in the first session'),
    every: count(1, 1e9).default(5000).describe('Steps between sessions'),
    segment: count(1, 10_000).default(50).describe('Decisions in a segment'),
    recent: count(1, 1e6).default(100).describe('Newest episodes of the policy that segments are taken from'),
    history: share().default(0).describe('Share of segments from all that was ever gathered'),
    branching: share()
      .default(0)
      .describe('Share of pairs that show what became of one state: twins that leave the policy for random offsets'),
    expert: share().default(0).describe('Share of segments from clips of the scripted expert'),
  })
  .prefault({})
  .describe('When the teacher is asked, and what about')

const pretraining = z
  .strictObject({
    steps: count(0, 1e9).default(9000).describe('Steps on which the policy learns from the entropy of its states'),
    neighbours: count(1, 1000).default(5).describe('Entropy is told by the distance to this nearest neighbour'),
    states: count(2, 1e7).default(5000).describe('Remembered states among which neighbours are looked for'),
    criticUpdates: count(0, 1e6).default(100).describe('Updates of the new critic, right after the first session'),
  })
  .prefault({})
  .describe('What comes before the first question: getting where it has not been')

const reward = z
  .strictObject({
    inputs: z
      .enum(['next-state', 'state-action'])
      .default('state-action')
      .describe('What the reward of a decision is read from: where it led to, or that and the action'),
    normalise: z
      .enum(['data', 'none'])
      .default('none')
      .describe('Inputs by the statistics of all episodes, which makes rare events loud, or as the view scales them'),
    members: count(1, 32).default(3).describe('Networks in the ensemble'),
    width: count(1, 4096).default(256).describe('Units in a hidden layer'),
    depth: count(1, 16).default(3).describe('Hidden layers'),
    learningRate: positive(1).default(3e-4).describe('Step size of Adam'),
    batch: count(1, 65_536).default(128).describe('Pairs in one update'),
    epochs: count(1, 1e6).default(10).describe('Most passes over all answers after a session'),
    steps: count(1, 1e6).default(1000).describe('Most updates after a session, however few passes these are'),
    accuracy: share().default(0.97).describe('Share of right predictions while learning that ends it early'),
    scale: positive(1000).default(0.3).describe('Deviation of the rewards over all remembered transitions'),
    heldOut: share().default(0.1).describe('Share of the answers kept back to measure accuracy'),
    loss: z
      .enum(preferenceLosses)
      .default('bradley-terry')
      .describe('What answers are learned by: believed, or for answers of which some are wrong'),
    flipRate: z
      .number()
      .gt(0)
      .lt(0.5)
      .default(0.1)
      .describe('Share of wrong answers: known to rdpo, the first guess of lcpo, off certainty by so much in irepo'),
  })
  .prefault({})
  .describe('The reward model')

const ranking = z
  .strictObject({
    margin: z
      .number()
      .min(0)
      .max(1000)
      .default(1)
      .describe('Standard deviations that a factor without a margin of its own must differ by to decide'),
    ties: z
      .enum(['skip', 'equal'])
      .default('skip')
      .describe('What becomes of a pair that no level decides: `skip` teaches nothing, `equal` that both are alike'),
    swap: count(0, 100).default(0).describe('A level that changes places with the next one; 0 leaves the order'),
    rescaled: count(0, 100).default(0).describe('A level whose factor is multiplied, as if measured in another unit'),
    by: positive(1e6).default(1).describe('What it is multiplied by'),
    weight: share().default(0.5).describe('Weight of the first of two factors, when teacher=harmonic'),
    beta: positive(1).default(0.5).describe("linear-reward: each level's weight as a share of the one before"),
  })
  .prefault({})
  .describe('What matters most, when teacher=tree or teacher=harmonic, or method=linear-reward')

const replay = z
  .strictObject({
    capacity: count(100, 1e8).default(300_000).describe('Transitions that are remembered'),
    updatesPerStep: count(1, 1000).default(4).describe('Updates for each step of all worlds together'),
  })
  .prefault({})
  .describe('The memory of an off-policy learner')

const exploration = z
  .strictObject({
    steps: count(0, 1e9).default(1000).describe('Steps with random actions before anything is learned'),
    hold: count(1, 1000).default(1).describe('Most decisions that a random action is held for'),
  })
  .prefault({})
  .describe('How the unknown is tried')

const demonstration = z
  .strictObject({
    rounds: count(0, 1000)
      .default(0)
      .describe('Episodes of the scripted expert in each world, shown to the teacher alone'),
    stumble: share().default(0.04).describe('Chance at each decision that a random action takes over for a while'),
  })
  .prefault({})
  .describe('Clips of the scripted expert among those that are compared')

const person = z
  .strictObject({
    helper: z
      .enum(['none', ...Object.keys(namedTeachers)])
      .default('none')
      .describe('Scripted teacher who answers a part of the questions'),
    helped: z.number().min(0).lt(1).default(0.5).describe("The helper's share of the questions"),
    waiting: count(1, 1000)
      .default(8)
      .describe('Questions that lie ready for an answer: few, so that they show what the policy does now'),
    repeats: share().default(0.1).describe('Share of questions that are earlier ones again, unannounced'),
    ahead: count(0, 1e9)
      .default(50_000)
      .describe('Steps gathered at random while the first answer is awaited; then the run waits'),
  })
  .prefault({})
  .describe('The person who answers, when teacher=person')

const evaluation = z
  .strictObject({
    episodes: count(1, 100_000).default(50).describe('Episodes on held-out seeds, at the end'),
    during: count(0, 100_000).default(10).describe('Episodes of each evaluation on the way'),
    every: count(1, 1e9).default(20_000).describe('Steps between evaluations on the way'),
    enough: share().default(0.95).describe('Success on the way that counts as learned'),
    confirm: count(1, 1000).default(2).describe('Evaluations in a row that must be good enough to end the run early'),
  })
  .prefault({})
  .describe('How success is measured')

const checkpoint = z
  .strictObject({
    every: positive(1e6).default(60).describe('Seconds between checkpoints'),
  })
  .prefault({})
  .describe('What a resumed run starts from')

export const configSchema = z.strictObject({
  ...environment,
  method: z.string().default('pebble').describe('How to learn it; `rapref methods` lists the methods'),
  learner: z.string().default('sac').describe('Who learns: the algorithm that acts'),
  ...budgets,
  teacher: z.string().default('oracle').describe('Who answers; `person` is whoever opens the page'),
  order: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .meta({ examples: ['[open, near]'] })
    .describe("Factors, most important first, for a teacher that ranks them; the task's own ranking when absent"),
  query: z.string().default('disagreement').describe('How the pairs to ask about are chosen'),
  device: z.string().default('auto').describe('What computes; `rapref doctor` lists what works here'),
  session,
  pretraining,
  reward,
  ranking,
  ...methodSections,
  replay,
  ...learnerSections,
  exploration,
  demonstration,
  person,
  evaluation,
  checkpoint,
})

export type Config = z.output<typeof configSchema>
