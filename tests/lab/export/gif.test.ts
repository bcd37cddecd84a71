import { expect, test } from 'vitest'
import { filmOf } from '../../../lab/export/film.ts'
import { encodeGif } from '../../../lab/export/gif.ts'
import { movingRecording } from '../../support/moving-recording.ts'
import { readGif } from '../../support/read-gif.ts'

test('the file is a GIF that loops, with every frame for its time in hundredths of a second', () => {
  const film = filmOf(movingRecording({ steps: 20, interval: 1 / 40 }), { size: '48x32' }, 20)
  const gif = readGif(encodeGif(film))
  expect(gif).toMatchObject({ version: 'GIF89a', width: 48, height: 32, loops: true })
  expect(gif.delays).toEqual(Array(11).fill(5))
})
