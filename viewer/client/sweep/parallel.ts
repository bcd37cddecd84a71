// Runs as lines across the settings in which they differ, to what was measured.

import type { RunSummary } from '../../protocol/run.ts'
import { type Axis, axisOf } from './axis.ts'
import { type Colours, coloursNow, createDrawing } from './canvas.ts'
import { axisPlace, type Box, nearest, type Placed, placeLines } from './plots.ts'
import type { Plot } from './scatter.ts'

const reach = 10

export function createParallel(onChoose: (run: RunSummary) => void): Plot {
  const { canvas, draw } = createDrawing()
  let placed: readonly Placed[] = []
  canvas.addEventListener('click', (event) => {
    const run = nearest(placed, event.offsetX, event.offsetY, reach)
    if (run !== undefined) onChoose(run)
  })
  return {
    root: canvas,
    show(runs, columns, chosen) {
      const axes = columns.map((column) => axisOf(column, runs)).filter(({ marks }) => marks.length > 0)
      draw((context, width, height) => {
        const box = { left: 60, top: 34, width: width - 120, height: height - 52 }
        const colours = coloursNow()
        placed = placeLines(runs, axes, box)
        drawLines(context, placed, { colours, chosen, last: axes.at(-1) })
        drawAxes(context, axes, box, colours)
      })
      const names = axes.map(({ label }) => label).join(', ')
      canvas.setAttribute('aria-label', `${placed.length} runs across ${names}; the table lists them`)
    },
  }
}

interface Lines {
  readonly colours: Colours
  readonly chosen: string | undefined
  /** The better a run is along it, the stronger its line. */
  readonly last: Axis | undefined
}

function drawLines(
  context: CanvasRenderingContext2D,
  placed: readonly Placed[],
  { colours, chosen, last }: Lines,
): void {
  const faint = Math.max(0.03, Math.min(0.5, 60 / placed.length))
  for (const { run, places } of placed) {
    if (run.id === chosen) continue
    const share = last?.share(run) ?? 0
    context.strokeStyle = share > 0.5 ? colours.accent : colours.quiet
    context.globalAlpha = faint * (0.4 + 1.2 * Math.abs(share - 0.5))
    strokeLine(context, places)
  }
  context.globalAlpha = 1
  const line = placed.find(({ run }) => run.id === chosen)?.places
  if (line === undefined) return
  context.strokeStyle = colours.ink
  context.lineWidth = 2.5
  strokeLine(context, line)
  context.lineWidth = 1
}

function strokeLine(context: CanvasRenderingContext2D, places: Float64Array): void {
  context.beginPath()
  context.moveTo(places[0]!, places[1]!)
  for (let i = 2; i < places.length; i += 2) context.lineTo(places[i]!, places[i + 1]!)
  context.stroke()
}

function drawAxes(context: CanvasRenderingContext2D, axes: readonly Axis[], box: Box, colours: Colours): void {
  context.font = '12px system-ui, sans-serif'
  context.textBaseline = 'middle'
  context.textAlign = 'center'
  context.lineJoin = 'round'
  const room = box.width / Math.max(1, axes.length - 1) - 8
  for (const [i, { label, marks }] of axes.entries()) {
    const at = axisPlace(i, axes.length, box)
    context.strokeStyle = colours.quiet
    context.beginPath()
    context.moveTo(at, box.top)
    context.lineTo(at, box.top + box.height)
    context.stroke()
    context.fillStyle = colours.ink
    context.fillText(label.slice(label.lastIndexOf('.') + 1), at, box.top - 20, room)
    // Read over any number of lines.
    context.strokeStyle = colours.surface
    context.lineWidth = 5
    for (const { share, text } of marks) {
      const y = box.top + (1 - share) * box.height
      context.strokeText(text, at, y, room)
      context.fillText(text, at, y, room)
    }
    context.lineWidth = 1
  }
}
