import { describe, expect, test } from 'vitest'
import { fillClipDocument, recordingInDocument } from '../../../viewer/protocol/clip-document.ts'

const template =
  '<!doctype html><title>A clip</title><script>$& $1</script><script type="text/plain" id="recording"></script><p>end'

describe('a document with a recording in it', () => {
  test('gives back every byte, of any length', () => {
    for (const length of [0, 1, 2, 3, 255, 20_000]) {
      const compressed = Uint8Array.from({ length }, (_, at) => (at * 37) % 256)
      const text = fillClipDocument({ template, title: 'reach', compressed })
      const inside = /id="recording">([^<]*)<\/script>/.exec(text)![1]!
      expect([...recordingInDocument(inside)]).toEqual([...compressed])
    }
  })

  test('has a title in which nothing can be hidden, and is else the template', () => {
    const title = '</title><script>alert(1)</script> $& "a"'
    const text = fillClipDocument({ template, title, compressed: new Uint8Array(0) })
    expect(text).toBe(
      template.replace('A clip', () => '&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; $&amp; &quot;a&quot;'),
    )
  })

  test('is refused where there is no place for the recording, or two', () => {
    const place = '<script type="text/plain" id="recording"></script>'
    for (const wrong of ['<p>nothing', place + place]) {
      expect(() => fillClipDocument({ template: wrong, title: '', compressed: new Uint8Array(0) })).toThrow(
        'found no place for a recording in clip.html',
      )
    }
  })
})
