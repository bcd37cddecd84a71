// A factor's formula as data: a small safe language instead of code. Reading it is in parse.ts, working it out in value.ts.

export type Operator = '+' | '-' | '*' | '/'

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  /** A named term of the task, or a trace: one number a step. */
  | { readonly kind: 'series'; readonly name: string }
  | { readonly kind: 'negation'; readonly of: Expression }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly function: string; readonly inputs: readonly Expression[] }

/** Names of terms and traces that it reads, each once. */
export function seriesIn(expression: Expression): string[] {
  return [...new Set(namesIn(expression))]
}

function namesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'number':
      return []
    case 'series':
      return [expression.name]
    case 'negation':
      return namesIn(expression.of)
    case 'operation':
      return [...namesIn(expression.left), ...namesIn(expression.right)]
    case 'call':
      return expression.inputs.flatMap(namesIn)
  }
}
