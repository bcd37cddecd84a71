// What `rapref export --json` answers.

export interface ExportDocument {
  readonly from: string
  readonly to: string
  readonly file: string
  readonly bytes: number
  /** Of a film: how many, and how fast they were drawn and encoded. */
  readonly frames?: number
  readonly framesPerSecond?: number
}
