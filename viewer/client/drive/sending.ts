// Sends a recording to the server, which keeps it where the person who started it wants demonstrations.

export interface Sent {
  readonly ok: boolean
  /** The server's word, in a line. */
  readonly said: string
}

export async function sendDemonstration(bytes: Uint8Array<ArrayBuffer>): Promise<Sent> {
  try {
    const headers = { 'Content-Type': 'application/octet-stream' }
    const response = await fetch('demonstrations', { method: 'POST', headers, body: bytes })
    return { ok: response.ok, said: (await response.text()).trim() }
  } catch {
    return {
      ok: false,
      said: 'The server cannot be reached. The demonstration is still here: try again, or download it.',
    }
  }
}
