// Entry of the other process: recordings in, verdicts out.

import { verifyRecording } from '../../envs/record.ts'
import { decodeRecording } from '../../sim/recording-codec.ts'

process.on('message', async (bytes: Uint8Array) => {
  try {
    process.send?.(await verifyRecording(decodeRecording(bytes)))
  } catch (error) {
    process.send?.({ error: String(error) })
  }
})
