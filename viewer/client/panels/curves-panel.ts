// The watched runs' curves: those of the right one, small, and one of them large, over all seeds of both configurations.

import type { Curve } from '../../protocol/run.ts'
import type { ChartLine } from '../charts/band.ts'
import { inOrder, styleOf } from '../charts/curve-styles.ts'
import { drawLineChart } from '../charts/line-chart.ts'
import type { Shown } from '../compare/comparison.ts'
import { element, fill, setAttributes } from '../dom/element.ts'
import { drawCurves } from './curves.ts'

export interface CurvesPanel {
  readonly root: HTMLElement
  readonly curve: string
  showCurves(curves: readonly Curve[], shown: Shown): void
  /** Nothing is drawn large for one run alone: its own small curves say it all. */
  showLines(lines: readonly ChartLine[]): void
}

const size = { width: 300, height: 170 }

export function createCurvesPanel(onCurve: () => void): CurvesPanel {
  const picker = element('select', { 'aria-label': 'Curve over seeds' })
  const chart = element('div', { class: 'chart' })
  const large = element('div', { class: 'seeds', hidden: true }, picker, chart)
  const small = element('div', { class: 'curves' })
  const root = element('section', { class: 'card curve-card', 'aria-label': 'Curves', hidden: true }, large, small)
  let names: readonly string[] = []
  picker.addEventListener('change', onCurve)

  function showNames(curves: readonly Curve[]): void {
    const next = inOrder(curves.map(({ name }) => name))
    if (next.join() === names.join()) return
    names = next
    const chosen = picker.value
    fill(
      picker,
      names.map((name) => element('option', { value: name }, styleOf(name).label)),
    )
    picker.value = names.includes(chosen) ? chosen : (names[0] ?? '')
    onCurve()
  }

  return {
    root,
    get curve() {
      return picker.value
    },
    showCurves(curves, shown) {
      setAttributes(root, { hidden: curves.length === 0 })
      showNames(curves)
      drawCurves(small, curves, shown)
    },
    showLines(lines) {
      const worth = lines.length > 1 || lines.some(({ runs }) => runs > 1)
      setAttributes(large, { hidden: !worth })
      const { label, range, print } = styleOf(picker.value)
      if (worth) drawLineChart(chart, lines, { title: `${label} over seeds`, print, ...size, ...(range && { range }) })
    },
  }
}
