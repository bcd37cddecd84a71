// What can be asked wrongly of an environment. Each message says what was found, what was expected and what to do.

export class ActionError extends Error {
  /** @param fault such as `[2] is NaN, expected -1 to 1` */
  constructor(task: string, fault: string) {
    super(`${task}: the action ${fault}`)
    this.name = 'ActionError'
  }
}

export class EpisodeError extends Error {
  constructor(task: string, message: string) {
    super(`${task}: ${message}`)
    this.name = 'EpisodeError'
  }
}

export class EnvSnapshotError extends Error {
  constructor(task: string, message: string) {
    super(`${task}: ${message}`)
    this.name = 'EnvSnapshotError'
  }
}

export class UnknownTaskError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UnknownTaskError'
  }
}
