// What a chart is made of, before it is SVG or a PNG picture. Places are pixels from the top left.

export type Point = readonly [x: number, y: number]

/** Colours by place in the list, told apart in light and dark and by most colour-blind eyes; later ones are dashed too. */
export const tones = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'] as const
export type Tone = (typeof tones)[number]

export type Shape =
  | { readonly kind: 'rule'; readonly style: 'grid' | 'axis'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'curve'; readonly tone: Tone; readonly points: readonly Point[] }
  | { readonly kind: 'band'; readonly tone: Tone; readonly points: readonly Point[] }
  | { readonly kind: 'dot'; readonly tone: Tone; readonly at: Point; readonly title: string }
  /** A blot that many of which lie over one another. */
  | { readonly kind: 'cloud'; readonly tone: Tone; readonly points: readonly Point[] }
  | TextShape

export interface TextShape {
  readonly kind: 'text'
  readonly style: 'tick' | 'label' | 'name'
  readonly tone?: Tone
  readonly anchor: 'start' | 'middle' | 'end'
  readonly at: Point
  /** `at` is on the middle of the line rather than on its base. */
  readonly centred: boolean
  readonly text: string
}

/** Later shapes lie over earlier ones. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

/** A chart: its words, and what is drawn or why nothing is. */
export interface Figure {
  readonly title: string
  /** What is counted upwards, and more that stands beside the title. */
  readonly unit: string
  /** What the chart shows, for who cannot see it. */
  readonly description: string
  readonly drawing: Drawing | undefined
}
