// What `rapref export --json` answers.

export interface ExportDocument {
  readonly from: string
  readonly to: string
  readonly file: string
  readonly bytes: number
}
