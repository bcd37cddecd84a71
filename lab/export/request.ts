// What is asked of an export.

export interface ExportRequest {
  /** A run's folder, a dataset's, or a recording's file. */
  readonly path: string
  /** The file to write; by default one beside what is exported. */
  readonly out: string | undefined
  /** Of pictures, as typed: `448` or `640x480`. */
  readonly size?: string | undefined
  /** Where pictures are taken from: a view of sim/camera. */
  readonly camera?: string | undefined
  /** Which recording of a run; by default its newest. */
  readonly clip?: string | undefined
  /** Of datasets: which of a format's layouts. */
  readonly layout?: string | undefined
  /** Of datasets: a labels.jsonl about their episodes. */
  readonly labels?: string | undefined
  /** Takes a line about what is going on. */
  readonly log: (line: string) => void
}
