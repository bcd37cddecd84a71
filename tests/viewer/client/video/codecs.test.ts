import { expect, test } from 'vitest'
import { CodecMissingError } from '../../../../viewer/client/video/codecs.ts'

test('a missing encoder is named, with what needs it and what works instead', () => {
  const missing = new CodecMissingError('mp4', 'webm')
  expect(missing.message).toBe('this browser has no encoder for H.264, which MP4 needs; WebM works here')
  expect(missing.offer).toBe('webm')
  expect(new CodecMissingError('webm', 'gif').message).toBe(
    'this browser has no encoder for VP9 or VP8, which WebM needs; GIF works here',
  )
})
