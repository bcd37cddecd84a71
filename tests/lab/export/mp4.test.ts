import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny'
import { expect, test } from 'vitest'
import { filmOf } from '../../../lab/export/film.ts'
import { encodeMp4 } from '../../../lab/export/mp4.ts'
import { movingRecording } from '../../support/moving-recording.ts'

async function read(bytes: Uint8Array) {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
  const track = (await input.getPrimaryVideoTrack())!
  const stamps: number[] = []
  for await (const packet of new EncodedPacketSink(track).packets()) stamps.push(packet.timestamp)
  return { type: await input.getMimeType(), track, stamps, duration: await input.computeDuration() }
}

test('the file is an MP4 of H.264 with every frame at its time', async () => {
  for (const [interval, frames] of [
    [1 / 40, 13],
    [3 / 80, 19],
  ] as const) {
    const film = filmOf(movingRecording({ steps: 12, interval }), { size: '64x32' }, 40)
    const { type, track, stamps, duration } = await read(await encodeMp4(film))
    expect(type).toMatch(/^video\/mp4; codecs="avc1/)
    expect([track.codedWidth, track.codedHeight]).toEqual([64, 32])
    expect(stamps).toHaveLength(frames)
    for (const [frame, stamp] of stamps.entries()) expect(stamp).toBeCloseTo(frame / 40, 3)
    expect(duration).toBeCloseTo(frames / 40, 2)
  }
})
