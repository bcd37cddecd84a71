// Charts as SVG: inside the page, whose style they take, or as files of their own.

import { html, Markup } from '../html.ts'
import type { Drawing, Figure, Point, Shape } from './drawing.ts'
import { chartStyle } from './style.ts'
import { lightTones } from './tones.ts'

/** In the page, with its title above. */
export function figureMarkup({ title, unit, description, drawing }: Figure): Markup {
  if (!drawing) {
    return html`<figure>
<figcaption>${title}</figcaption>
<p class="nothing">${description}</p>
</figure>`
  }
  return html`<figure>
<figcaption>${title} <span>${unit}</span></figcaption>
<svg viewBox="0 0 ${drawing.width} ${drawing.height}" role="img" aria-label="${description}">
${drawing.shapes.map(shapeMarkup)}
</svg>
</figure>`
}

/** A file that any program of vector graphics opens; the light colours are in it. */
export function figureSvg({ title, description }: Figure, drawing: Drawing): string {
  const { width, height, shapes } = drawing
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>${title}</title>
<desc>${description}</desc>
<style>${new Markup(fileStyle())}</style>
<rect width="100%" height="100%" fill="#ffffff"/>
${shapes.map(shapeMarkup)}
</svg>
`.text
}

function shapeMarkup(shape: Shape): Markup {
  switch (shape.kind) {
    case 'rule': {
      const [[x1, y1], [x2, y2]] = [shape.from, shape.to].map(([x, y]) => [place(x), place(y)]) as [string[], string[]]
      return html`<line class="${shape.style}" x1="${x1!}" x2="${x2!}" y1="${y1!}" y2="${y2!}"/>`
    }
    case 'curve':
      return html`<path class="line ${shape.tone}" d="M${join(shape.points)}"/>`
    case 'band':
      return html`<path class="band ${shape.tone}" d="M${join(shape.points)}Z"/>`
    case 'dot': {
      const [x, y] = shape.at
      return html`<circle class="${shape.tone}" cx="${place(x)}" cy="${place(y)}" r="2.6"><title>${shape.title}</title></circle>`
    }
    case 'cloud': {
      const dots = shape.points.map(([x, y]) => `M${place(x)} ${place(y)}h0`).join('')
      return html`<path class="dots ${shape.tone}" d="${dots}"/>`
    }
    case 'text': {
      const [x, y] = shape.at
      const centred = shape.centred ? new Markup(' dy="0.32em"') : undefined
      const name = [shape.style, ...(shape.tone ? [shape.tone] : [])].join(' ')
      return html`<text class="${name}" x="${place(x)}" y="${place(y)}"${centred} text-anchor="${shape.anchor}">${shape.text}</text>`
    }
  }
}

/** Pixels, to a tenth: the same numbers give the same text everywhere. */
function place(pixels: number): string {
  return String(Math.round(pixels * 10) / 10)
}

function join(points: readonly Point[]): string {
  return points.map(([x, y]) => `${place(x)} ${place(y)}`).join('L')
}

function fileStyle(): string {
  const colours = Object.entries(lightTones).map(([tone, colour]) => `.${tone} { --tone: ${colour} }`)
  return `${chartStyle}
svg { --faint: #e3e5e8; --soft: #5d6672 }
${colours.join('\n')}`
}
