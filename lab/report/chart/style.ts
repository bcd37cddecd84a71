// The look of charts, shared by the page and by figures that are files.

export const chartStyle = `svg text { font: 12px system-ui, sans-serif; fill: var(--soft) }
.grid { stroke: var(--faint) } .axis { stroke: var(--soft) }
.line { fill: none; stroke: var(--tone); stroke-width: 2; stroke-linejoin: round }
.line.fifth, .line.sixth, .line.seventh, .line.eighth { stroke-dasharray: 7 4 }
.band { fill: var(--tone); opacity: 0.14 } circle { fill: var(--tone) }
.dots { fill: none; stroke: var(--tone); stroke-width: 4.5; stroke-linecap: round; opacity: 0.35 }
svg .name { fill: var(--tone); font-weight: 600 }`
