// What the preference log needs of a file. This room touches none: Node's implementation is lab/files/log-file.ts.

export interface LogFile {
  /** How errors call it, such as its path. */
  readonly name: string
  /** Unique to this opening of the file: it goes into every line, so that lines of two writers can be told apart. */
  readonly writer: string
  read(): Promise<Uint8Array>
  /** Adds at the end, wherever that is by now. May leave a part of the bytes behind when it fails. */
  append(bytes: Uint8Array): Promise<void>
  /** Resolves when all that was appended would survive a power cut. */
  sync(): Promise<void>
  truncate(length: number): Promise<void>
  /** Releases the file, and whatever kept other writers out of it. */
  close(): Promise<void>
}
