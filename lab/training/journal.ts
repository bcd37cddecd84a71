// Every round of a run, appended to one file: what a resumed run remembers its experience from. A checkpoint notes how
// long the file was; what came after it is cut off on resuming and gathered again, bit for bit the same.

import { type FileHandle, open } from 'node:fs/promises'
import { decodeTensors, encodeTensors, type SavedTensor } from '../../agents/tensor/safetensors.ts'
import type { Evidence } from '../../rewards/contract.ts'
import { UserError } from '../errors/user-error.ts'
import { systemError } from '../files/system-error.ts'
import type { Behaviour } from './behaviour.ts'
import type { ArchivedRound } from './round.ts'

export interface JournalEntry {
  readonly behaviour: Behaviour
  readonly round: ArchivedRound
}

/** Bytes before each entry: its length. */
const PREFIX = 4

export class RoundJournal {
  readonly #path: string
  readonly #file: FileHandle
  #length: number

  private constructor(path: string, file: FileHandle, length: number) {
    this.#path = path
    this.#file = file
    this.#length = length
  }

  /** @param length bytes to keep of what is there; 0 begins anew */
  static async open(path: string, length: number): Promise<RoundJournal> {
    try {
      const file = await open(path, length === 0 ? 'w+' : 'r+')
      await file.truncate(length)
      return new RoundJournal(path, file, length)
    } catch (error) {
      throw systemError('open', path, error)
    }
  }

  /** Bytes that hold whole entries. */
  get length(): number {
    return this.#length
  }

  async append(round: ArchivedRound, behaviour: Behaviour): Promise<void> {
    const bytes = encodeRound(round, behaviour)
    const framed = new Uint8Array(PREFIX + bytes.length)
    new DataView(framed.buffer).setUint32(0, bytes.length, true)
    framed.set(bytes, PREFIX)
    try {
      await this.#file.write(framed, 0, framed.length, this.#length)
    } catch (error) {
      throw systemError('write to', this.#path, error)
    }
    this.#length += framed.length
  }

  /** All entries, oldest first. */
  async *entries(): AsyncGenerator<JournalEntry> {
    for (let at = 0; at < this.#length; ) {
      const size = new DataView((await this.#read(at, PREFIX)).buffer).getUint32(0, true)
      yield decodeRound(await this.#read(at + PREFIX, size))
      at += PREFIX + size
    }
  }

  /** Resolves when all entries would survive a power cut. */
  async sync(): Promise<void> {
    await this.#file.sync().catch((error) => {
      throw systemError('flush', this.#path, error)
    })
  }

  close(): Promise<void> {
    return this.#file.close()
  }

  async #read(at: number, size: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(size)
    const { bytesRead } = await this.#file.read(bytes, 0, size, at)
    if (bytesRead === size) return bytes
    throw new UserError(`${this.#path} ends at byte ${at + bytesRead}; expected ${size} bytes from ${at}`, 'failed')
  }
}

function encodeRound({ seeds, seen, evidence, success, successLast }: ArchivedRound, behaviour: Behaviour): Uint8Array {
  const tensors: Record<string, SavedTensor> = {}
  const put = (name: string, values: Float32Array) => {
    tensors[name] = { shape: [values.length], values }
  }
  seen.forEach(({ observations, actions }, world) => {
    put(`${world}/observations`, observations)
    put(`${world}/actions`, actions)
    put(`${world}/rewards`, evidence[world]!.rewards)
    for (const [term, values] of Object.entries(evidence[world]!.terms)) put(`${world}/terms/${term}`, values)
    for (const [name, values] of Object.entries(evidence[world]!.traces ?? {})) put(`${world}/traces/${name}`, values)
  })
  return encodeTensors({ tensors, metadata: { behaviour, round: JSON.stringify({ seeds, success, successLast }) } })
}

function decodeRound(bytes: Uint8Array): JournalEntry {
  const { tensors, metadata } = decodeTensors(bytes)
  const plain = JSON.parse(metadata.round!) as Omit<ArchivedRound, 'seen' | 'evidence'>
  const { seeds } = plain
  const values = (name: string) => tensors[name]!.values
  const seen = seeds.map((_, world) => ({
    observations: values(`${world}/observations`),
    actions: values(`${world}/actions`),
  }))
  const evidence = seeds.map((_, world): Evidence => {
    const under = (prefix: string) => {
      const names = Object.keys(tensors).filter((name) => name.startsWith(prefix))
      return Object.fromEntries(names.map((name) => [name.slice(prefix.length), values(name)] as const))
    }
    const traces = under(`${world}/traces/`)
    const traced = Object.keys(traces).length > 0
    return {
      rewards: values(`${world}/rewards`),
      terms: under(`${world}/terms/`),
      ...(traced ? { traces } : {}),
    }
  })
  return { behaviour: metadata.behaviour as Behaviour, round: { ...plain, seen, evidence } }
}
