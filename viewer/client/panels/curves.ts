// Small curves over environment steps, with a mark where each shown checkpoint stands.

import type { Curve } from '../../protocol/run.ts'
import { inOrder, styleOf } from '../charts/curve-styles.ts'
import { sides } from '../compare/choice.ts'
import type { Shown } from '../compare/comparison.ts'
import { element, fill, svg } from '../dom/element.ts'
import { shortCount } from '../dom/format.ts'
import { areaPath, type ChartBox, linePath, rangeOf, xOf, yOf } from './chart.ts'

const size = { width: 260, height: 56 }

export function drawCurves(parent: Element, curves: readonly Curve[], shown: Shown): void {
  const names = inOrder(curves.filter((curve) => curve.points.length > 0).map(({ name }) => name))
  const drawn = names.map((name) => curves.find((curve) => curve.name === name)!)
  const last = Math.max(1, ...drawn.map((curve) => curve.points.at(-1)?.[0] ?? 0))
  fill(
    parent,
    drawn.map((curve) => drawCurve(curve, last, shown)),
  )
}

function drawCurve(curve: Curve, lastStep: number, shown: Shown): HTMLElement {
  const style = styleOf(curve.name)
  const box: ChartBox = { ...size, range: style.range ?? rangeOf(curve.points), domain: [0, lastStep] }
  const [steps, latest] = curve.points.at(-1) ?? [0, 0]
  const summary = `${style.label}: ${style.print(latest)} at ${shortCount(steps)} steps`
  return element(
    'figure',
    { class: 'curve' },
    element('figcaption', {}, element('span', {}, style.label), element('b', {}, style.print(latest))),
    svg(
      'svg',
      {
        viewBox: `0 -3 ${size.width} ${size.height + 6}`,
        preserveAspectRatio: 'none',
        role: 'img',
        'aria-label': summary,
      },
      svg('path', { class: 'curve-floor', d: `M0 ${size.height}H${size.width}M0 0H${size.width}` }),
      svg('path', { class: 'curve-area', d: areaPath(curve.points, box) }),
      svg('path', { class: 'curve-line', d: linePath(curve.points, box) }),
      ...sides.map((side) => checkpointMark(side, shown, box)),
      svg('circle', { class: 'curve-end', cx: xOf(steps, box), cy: yOf(latest, box), r: 2.5 }),
    ),
  )
}

function checkpointMark(side: 'left' | 'right', shown: Shown, box: ChartBox): SVGElement | undefined {
  const clip = shown[side]?.clip
  if (clip === undefined) return undefined
  const x = Math.min(box.width - 0.5, Math.max(0.5, xOf(clip.steps, box)))
  return svg('path', { class: `curve-mark ${side}`, d: `M${x} 0V${box.height}` })
}
