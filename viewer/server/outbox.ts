// What waits to be sent to one page. Entries are named by key and made when their turn comes, so a newer one replaces
// an older one that still waits, and a slow page costs the server one message and a handful of names, never a backlog.

/** The part of a socket that an outbox needs; `ws` sockets have it. */
export interface Pipe {
  /** Bytes handed over and not yet taken by the network. */
  readonly bufferedAmount: number
  /** Calls back when the network has taken the data. */
  send(data: string | Uint8Array, done: (error?: Error) => void): void
}

type Payload = string | Uint8Array
type Make = () => Promise<Payload | undefined> | Payload | undefined

export interface Outbox {
  /** `make` is called when the entry's turn comes; what it makes then is the latest. Nothing is sent for undefined. */
  put(key: string, make: Make): void
  has(key: string): boolean
  readonly waiting: number
  close(): void
}

interface OutboxOptions {
  readonly pipe: Pipe
  /** Bytes that may be handed over before the outbox holds back. */
  readonly highWater: number
  /** An entry could not be made. */
  readonly onFailure: (error: unknown) => void
}

export function createOutbox({ pipe, highWater, onFailure }: OutboxOptions): Outbox {
  const entries = new Map<string, Make>()
  let pumping = false
  let closed = false

  async function pump(): Promise<void> {
    if (pumping) return
    pumping = true
    for (let next = take(); next !== undefined && !closed; next = take()) {
      try {
        const payload = await next()
        if (payload !== undefined && !closed) await write(payload)
      } catch (error) {
        if (!closed) onFailure(error)
      }
    }
    pumping = false
  }

  function take(): Make | undefined {
    for (const [key, make] of entries) {
      entries.delete(key)
      return make
    }
    return undefined
  }

  /** Resolves at once while the pipe has room, otherwise when the network has taken these bytes. */
  function write(payload: Payload): Promise<void> {
    return new Promise((resolve) => {
      pipe.send(payload, (error) => {
        if (error) closed = true
        resolve()
      })
      if (pipe.bufferedAmount < highWater) resolve()
    })
  }

  return {
    put(key, make) {
      if (closed) return
      entries.set(key, make)
      void pump()
    },
    has: (key) => entries.has(key),
    get waiting() {
      return entries.size
    },
    close() {
      closed = true
      entries.clear()
    },
  }
}
