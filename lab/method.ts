// A method brings learner and reward together. It reads like the method section of its paper: what is done, in which
// order; how each part is done lives in lab/training.

/** The moves of a run that learns while it gathers. */
export interface OnlineMoves {
  /** Whether the run still has budget: false when it is over, has learned enough, or was stopped. */
  goOn(): Promise<boolean>
  /** Still before learning: random actions fill the memory. */
  exploring(): boolean
  sessionDue(): boolean
  evaluationDue(): boolean

  /** One episode in every world. */
  gatherRandom(): Promise<void>
  gatherAndLearn(): Promise<void>
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
  evaluate(): Promise<void>
}

export interface Method {
  readonly id: string
  readonly title: string
  /** Papers that it follows. */
  readonly source: string
  /** Learns while it gathers, or from what was gathered before. */
  readonly online: boolean
  /** What it needs besides a task. */
  readonly needs: readonly string[]
  run(moves: OnlineMoves): Promise<void>
}
