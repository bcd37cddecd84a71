// Who acts in a round, as episodes are marked with.

export type Behaviour = 'random' | 'policy' | 'branching' | 'expert'
