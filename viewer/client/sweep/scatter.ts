// Runs as points over two columns.

import type { RunSummary } from '../../protocol/run.ts'
import { type Axis, axisOf } from './axis.ts'
import { type Colours, coloursNow, createDrawing } from './canvas.ts'
import type { Column } from './columns.ts'
import { type Box, nearest, type Placed, placePoints } from './plots.ts'

export interface Plot {
  readonly root: HTMLCanvasElement
  show(runs: readonly RunSummary[], columns: readonly Column[], chosen: string | undefined): void
}

const reach = 14

export function createScatter(onChoose: (run: RunSummary) => void): Plot {
  const { canvas, draw } = createDrawing()
  let placed: readonly Placed[] = []
  canvas.addEventListener('click', (event) => {
    const run = nearest(placed, event.offsetX, event.offsetY, reach)
    if (run !== undefined) onChoose(run)
  })
  canvas.addEventListener('pointermove', (event) => {
    const run = nearest(placed, event.offsetX, event.offsetY, reach)
    canvas.style.cursor = run === undefined ? 'default' : 'pointer'
    canvas.title = run?.id ?? ''
  })
  return {
    root: canvas,
    show(runs, [across, up], chosen) {
      if (across === undefined || up === undefined) return
      const [x, y] = [axisOf(across, runs), axisOf(up, runs)]
      draw((context, width, height) => {
        const box = { left: 64, top: 14, width: width - 84, height: height - 58 }
        const colours = coloursNow()
        placed = placePoints(runs, x, y, box)
        drawAxes(context, { x, y, box, colours })
        drawPoints(context, placed, colours, chosen)
      })
      canvas.setAttribute('aria-label', `${up.label} over ${across.label}: ${placed.length} runs; the table lists them`)
    },
  }
}

interface Axes {
  readonly x: Axis
  readonly y: Axis
  readonly box: Box
  readonly colours: Colours
}

function drawAxes(context: CanvasRenderingContext2D, { x, y, box, colours }: Axes): void {
  const { left, top, width, height } = box
  context.font = '12px system-ui, sans-serif'
  context.strokeStyle = colours.line
  context.fillStyle = colours.quiet
  context.textBaseline = 'middle'
  context.textAlign = 'right'
  for (const { share, text } of y.marks) {
    const at = Math.round(top + (1 - share) * height) + 0.5
    context.beginPath()
    context.moveTo(left, at)
    context.lineTo(left + width, at)
    context.stroke()
    context.fillText(text, left - 8, at, left - 12)
  }
  context.textAlign = 'center'
  const room = width / Math.max(1, x.marks.length) - 6
  for (const { share, text } of x.marks) context.fillText(text, left + share * width, top + height + 16, room)
  context.fillStyle = colours.ink
  context.fillText(x.label, left + width / 2, top + height + 36)
}

function drawPoints(
  context: CanvasRenderingContext2D,
  placed: readonly Placed[],
  colours: Colours,
  chosen?: string,
): void {
  const radius = placed.length > 2000 ? 2 : 3.5
  context.globalAlpha = placed.length > 2000 ? 0.5 : 0.75
  for (const { run, places } of placed) {
    context.fillStyle = run.state === 'failed' ? colours.trouble : run.id === chosen ? colours.ink : colours.accent
    context.beginPath()
    context.arc(places[0]!, places[1]!, radius, 0, 2 * Math.PI)
    context.fill()
  }
  context.globalAlpha = 1
  const at = placed.find(({ run }) => run.id === chosen)?.places
  if (at === undefined) return
  context.strokeStyle = colours.ink
  context.lineWidth = 2
  context.beginPath()
  context.arc(at[0]!, at[1]!, 8, 0, 2 * Math.PI)
  context.stroke()
  context.lineWidth = 1
}
