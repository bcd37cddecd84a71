// A recording and all that plays it, as one HTML file that needs nothing else: the built page clip.html, with the
// recording put into it. Pure: text and bytes in, text out.

/** Where the recording goes; clip.html holds it once. */
const place = '<script type="text/plain" id="recording"></script>'

export class ClipDocumentError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ClipDocumentError'
  }
}

export interface ClipDocumentOptions {
  /** The built clip.html. */
  readonly template: string
  /** What the browser's tab says. */
  readonly title: string
  /** The bytes of a recording's file, compressed by gzip. */
  readonly compressed: Uint8Array
}

/** @throws ClipDocumentError when the template has no place for a recording */
export function fillClipDocument({ template, title, compressed }: ClipDocumentOptions): string {
  const [before, after, ...more] = template.split(place)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new ClipDocumentError(
      `found no place for a recording in clip.html, expected ${place} once: build the page again`,
    )
  }
  const titled = before.replace(/<title>.*?<\/title>/, () => `<title>${escaped(title)}</title>`)
  return `${titled}${place.replace('><', () => `>${base64(compressed)}<`)}${after}`
}

/** What `fillClipDocument` put in, from the text of the script element with the id `recording`. */
export function recordingInDocument(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0))
}

const lump = 0x2000

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += lump) text += String.fromCharCode(...bytes.subarray(at, at + lump))
  return btoa(text)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!)
}
