// The ways in which a recording comes to the page: dropped on it, chosen from a list of files, or named in its address.

import { element } from '../dom/element.ts'

export interface Opener {
  /** Asks for a file. */
  readonly button: HTMLElement
  choose(): void
}

export interface Opened {
  /** What to call it. */
  readonly name: string
  readonly bytes: Uint8Array
}

interface OpenerOptions {
  readonly onOpen: (opened: Opened) => void
  readonly onProblem: (problem: string) => void
  /** Whether something is being dragged over the page. */
  readonly onHover: (hovering: boolean) => void
  /** Endings of files to choose from, such as `.rec`. */
  readonly accept: string
  readonly label: string
}

/** A recording of an hour takes less. */
const mostBytes = 256 * 1024 * 1024

export function createOpener({ onOpen, onProblem, onHover, accept, label }: OpenerOptions): Opener {
  const input = element('input', { type: 'file', accept, class: 'visually-hidden', tabindex: -1, 'aria-label': label })
  const face = element('button', { type: 'button', class: 'text-button framed' }, label)
  face.addEventListener('click', () => input.click())
  input.addEventListener('change', () => {
    take(input.files)
    input.value = ''
  })
  let depth = 0
  addEventListener('dragenter', (event) => hover(event, 1))
  addEventListener('dragleave', (event) => hover(event, -1))
  addEventListener('dragover', (event) => event.preventDefault())
  addEventListener('drop', (event) => {
    event.preventDefault()
    depth = 0
    onHover(false)
    take(event.dataTransfer?.files ?? null)
  })

  /** Entering a child comes before leaving its parent. */
  function hover(event: DragEvent, by: 1 | -1): void {
    event.preventDefault()
    depth += by
    onHover(depth > 0)
  }

  function take(files: FileList | null): void {
    const [file] = files ?? []
    if (file !== undefined)
      read(file).catch((error: unknown) => onProblem(`${file.name} cannot be read: ${String(error)}`))
  }

  async function read(file: File): Promise<void> {
    if (file.size > mostBytes) return onProblem(`${file.name} has ${file.size} bytes, expected at most ${mostBytes}`)
    onOpen({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  }

  return { button: element('span', {}, face, input), choose: () => input.click() }
}

/** `?run=first&clip=12000-7` names a recording of a run that the server has. */
export function addressed(search: string): { readonly run: string; readonly clip: string } | undefined {
  const asked = new URLSearchParams(search)
  const [run, clip] = [asked.get('run'), asked.get('clip')]
  return run && clip ? { run, clip } : undefined
}

/** @throws what the server says where it has none */
export async function fetchRecording({ run, clip }: { readonly run: string; readonly clip: string }): Promise<Opened> {
  const response = await fetch(`runs/${encodeURIComponent(run)}/recordings/${encodeURIComponent(clip)}.rec`)
  if (!response.ok) throw new Error((await response.text()).trim())
  return { name: `${run} ${clip}`, bytes: new Uint8Array(await response.arrayBuffer()) }
}
