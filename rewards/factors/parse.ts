// Reads a formula such as `last(open) - 0.2 * mean(energy)`. Names may hold hyphens, so a minus stands between spaces.

import { FactorError } from './errors.ts'
import type { Expression, Operator } from './expression.ts'

interface Token {
  readonly kind: 'number' | 'name' | 'sign'
  readonly text: string
}

const token = /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([A-Za-z]\w*(?:-\w+)*)|([-+*/(),]))/iy

/** @throws FactorError with the place that could not be read */
export function parseExpression(text: string): Expression {
  const reader = new Reader(text, tokensOf(text))
  const expression = reader.sum()
  reader.requireEnd()
  return expression
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  token.lastIndex = 0
  const end = text.trimEnd().length
  while (token.lastIndex < end) {
    const at = token.lastIndex
    const match = token.exec(text)
    if (!match) throw new FactorError(`"${text}": cannot read "${text.slice(at).trim()}"; ${EXPECTED}`)
    const [, number, name, sign] = match
    const kind = number !== undefined ? 'number' : name !== undefined ? 'name' : 'sign'
    tokens.push({ kind, text: number ?? name ?? sign! })
  }
  return tokens
}

const EXPECTED = 'expected a formula such as "last(open) - 0.2 * mean(energy)"'

/** Recursive descent: a sum of products of parts. */
class Reader {
  readonly #text: string
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text
    this.#tokens = tokens
  }

  sum(): Expression {
    return this.#chain(['+', '-'], () => this.#product())
  }

  requireEnd(): void {
    if (this.#at < this.#tokens.length) throw this.#unexpected()
  }

  #product(): Expression {
    return this.#chain(['*', '/'], () => this.#part())
  }

  #chain(operators: readonly Operator[], part: () => Expression): Expression {
    let left = part()
    for (;;) {
      const operator = operators.find((each) => this.#take(each))
      if (!operator) return left
      left = { kind: 'operation', operator, left, right: part() }
    }
  }

  #part(): Expression {
    if (this.#take('-')) return { kind: 'negation', of: this.#part() }
    if (this.#take('(')) {
      const inner = this.sum()
      this.#require(')')
      return inner
    }
    const next = this.#tokens[this.#at]
    if (!next || next.kind === 'sign') throw this.#unexpected()
    this.#at++
    if (next.kind === 'number') return { kind: 'number', value: Number(next.text) }
    return this.#take('(')
      ? { kind: 'call', function: next.text, inputs: this.#inputs() }
      : { kind: 'series', name: next.text }
  }

  #inputs(): Expression[] {
    const inputs = [this.sum()]
    while (this.#take(',')) inputs.push(this.sum())
    this.#require(')')
    return inputs
  }

  #take(sign: string): boolean {
    const next = this.#tokens[this.#at]
    const found = next?.kind === 'sign' && next.text === sign
    if (found) this.#at++
    return found
  }

  #require(sign: string): void {
    if (!this.#take(sign)) throw this.#unexpected(`"${sign}"`)
  }

  #unexpected(wanted?: string): FactorError {
    const next = this.#tokens[this.#at]
    const found = next ? `"${next.text}"` : 'the end'
    return new FactorError(`"${this.#text}": found ${found}${wanted ? `, expected ${wanted}` : ''}; ${EXPECTED}`)
  }
}
