// What can be wrong with the bytes of a recording.

export type RecordingFault =
  /** Not a recording at all. */
  | 'foreign'
  /** Written by another version of this project. */
  | 'version'
  /** Ends too early. */
  | 'truncated'
  /** Changed since it was written. */
  | 'corrupted'
  /** Its parts do not fit together. */
  | 'inconsistent'

export class RecordingFormatError extends Error {
  override readonly name = 'RecordingFormatError'
  readonly fault: RecordingFault
  /** Where in the bytes the fault shows; undefined when it is not a matter of bytes. */
  readonly byte: number | undefined

  constructor(fault: RecordingFault, message: string, byte?: number) {
    super(`the recording is ${ADJECTIVE[fault]}: ${message}`)
    this.fault = fault
    this.byte = byte
  }
}

const ADJECTIVE: Readonly<Record<RecordingFault, string>> = {
  foreign: 'no recording',
  version: 'of another version',
  truncated: 'truncated',
  corrupted: 'corrupted',
  inconsistent: 'inconsistent',
}
