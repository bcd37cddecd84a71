// A method brings learner and reward together. It reads like the method section of its paper: what is done, in which
// order; how each part is done lives in lab/training.

/** The moves of a run that learns while it gathers. */
export interface OnlineMoves {
  /** Whether the run still has budget: false when it is over, has learned enough, or was stopped. */
  goOn(): Promise<boolean>
  /** Still before learning: random actions fill the memory. */
  exploring(): boolean
  evaluationDue(): boolean

  /** One episode in every world. */
  gatherRandom(): Promise<void>
  /** The same by the policy, which learns: meanwhile when it is off-policy, afterwards when it is on-policy. */
  gatherAndLearn(): Promise<void>
  evaluate(): Promise<void>
}

/** The moves of a run that asks somebody which of two clips is better. */
export interface PreferenceMoves extends OnlineMoves {
  sessionDue(): boolean
  /** The policy up to some moment, held random actions from there. */
  gatherBranching(): Promise<void>
  /** Clips of the scripted expert, as many as the configuration wants; the learner never sees them. */
  showExpert(): Promise<void>

  /** Puts pairs of segments to the teacher. */
  ask(): Promise<void>
  /** Fits the reward model to all answers so far. */
  fitReward(): Promise<void>
  /** Sees every remembered transition in the light of the new reward. */
  relabel(): Promise<void>
}

interface Description {
  readonly id: string
  readonly title: string
  /** Papers that it follows. */
  readonly source: string
  /** Learns while it gathers, or from what was gathered before. */
  readonly online: boolean
  /** What it needs besides a task. */
  readonly needs: readonly string[]
}

/** Learns from the task's own reward. */
export interface TrueRewardMethod extends Description {
  readonly reward: 'true'
  run(moves: OnlineMoves): Promise<void>
}

/** Learns from answers about pairs of segments; no reward of the task reaches its learner. */
export interface PreferenceMethod extends Description {
  readonly reward: 'preferences'
  run(moves: PreferenceMoves): Promise<void>
}

export type Method = TrueRewardMethod | PreferenceMethod
