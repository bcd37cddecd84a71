// Variants of a task, as X-Magical names them: which parts of an episode its seed decides.

export const variants = {
  /** Blocks where the demonstrations have them: every seed is the same. */
  demo: [],
  'test-layout': ['layout'],
  'test-colour': ['colour'],
  'test-shape': ['shape'],
  'test-dynamics': ['dynamics'],
  'test-all': ['layout', 'colour', 'shape', 'dynamics'],
} as const satisfies Readonly<Record<string, readonly Drawn[]>>

/** What a seed can decide. */
export type Drawn = 'layout' | 'colour' | 'shape' | 'dynamics'
export type VariantName = keyof typeof variants
export const VARIANT_NAMES = Object.keys(variants) as readonly VariantName[]
/** What XIRL trains and judges on. */
export const DEFAULT_VARIANT: VariantName = 'test-layout'

export function draws(variant: VariantName, what: Drawn): boolean {
  return (variants[variant] as readonly Drawn[]).includes(what)
}
