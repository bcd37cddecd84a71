// What can go wrong between writing a program and running it. Named for people: each message says what to change.

export class TensorProgramError extends Error {
  /** The program in which it happened, such as `sac/update`. */
  readonly program: string

  constructor(program: string, message: string) {
    super(`program ${program}: ${message}`)
    this.name = 'TensorProgramError'
    this.program = program
  }
}

export class TensorStoreError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'TensorStoreError'
  }
}

/** Bytes that are not the tensors they claim to be. */
export class TensorFileError extends Error {
  constructor(message: string) {
    super(`safetensors: ${message}`)
    this.name = 'TensorFileError'
  }
}

/** An executor that does not work on this machine. */
export class ExecutorError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ExecutorError'
  }
}
