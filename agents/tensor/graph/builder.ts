// Builds a graph node by node. What was built before is handed back instead of built again, so common subexpressions
// and equal constants exist once.

import type { Shape } from '../program.ts'
import type { Attributes, Constant, Domain, ElementType, Graph, Input, NamedValue, Node, Value, View } from './value.ts'

export interface NodeRequest {
  readonly op: string
  readonly domain?: Domain
  readonly inputs: readonly (Value | undefined)[]
  readonly attributes?: Attributes
  readonly outputs: readonly { readonly shape: Shape; readonly type: ElementType }[]
}

export class GraphBuilder {
  readonly #nodes: Node[] = []
  readonly #inputs = new Map<Value, Input>()
  readonly #known = new Map<string, readonly Value[]>()
  /** Constants of several numbers, by a hash of them. */
  readonly #dense = new Map<string, readonly { readonly dense: ArrayLike<number>; readonly value: Value }[]>()
  #ids = 0

  input(name: string, shape: Shape, type: ElementType): Value {
    return this.#input({ name, shape, type })
  }

  copyInput({ name, value, view }: Input): Value {
    return this.#input({ name, shape: value.shape, type: value.type, ...(view && { view }) })
  }

  /** What stands for a value of another graph here; constants are copied. */
  copyOf(value: Value, replaced: ReadonlyMap<Value, Value>): Value {
    const known = replaced.get(value)
    if (known) return known
    const { constant, shape, type } = value
    if (!constant) throw new Error(`value ${value.id} is read before it is computed`)
    return 'splat' in constant ? this.splat(constant.splat, shape, type) : this.constant(constant.dense, shape, type)
  }

  /** Copies nodes of another graph and notes what stands for their outputs. */
  copyNodes(nodes: readonly Node[], replaced: Map<Value, Value>): void {
    for (const node of nodes) {
      const inputs = node.inputs.map((value) => value && this.copyOf(value, replaced))
      const outputs = this.node({ ...node, inputs })
      node.outputs.forEach((value, i) => {
        replaced.set(value, outputs[i]!)
      })
    }
  }

  isInput(value: Value): boolean {
    return this.#inputs.has(value)
  }

  /**
   * A stretch of an input as an input of its own, or nothing where `source` is no input.
   * @param begin counted in numbers from the beginning of `source`
   */
  view(source: Value, begin: number, shape: Shape): Value | undefined {
    const input = this.#inputs.get(source)
    if (!input) return undefined
    const whole = input.view ?? { of: input.name, begin: 0 }
    const view: View = { of: whole.of, begin: whole.begin + begin }
    const name = `${view.of}@${view.begin}[${shape}]`
    return this.#once(`view ${name}`, () => [this.#input({ name, shape, type: source.type, view })])[0]!
  }

  #input({ name, shape, type, view }: { name: string; shape: Shape; type: ElementType; view?: View }): Value {
    const value = { id: this.#ids++, shape, type }
    this.#inputs.set(value, { name, value, ...(view && { view }) })
    if (view) this.#known.set(`view ${name}`, [value])
    return value
  }

  /** @param numbers one per entry, row-major; uniform ones are kept as a single number */
  constant(numbers: ArrayLike<number>, shape: Shape, type: ElementType): Value {
    const first = numbers[0]
    if (first !== undefined && isUniform(numbers, first)) return this.splat(first, shape, type)
    const key = `${type} [${shape}] ${hashOf(numbers)}`
    const alike = this.#dense.get(key) ?? []
    const known = alike.find(({ dense }) => sameNumbers(dense, numbers))
    if (known) return known.value
    const value = this.#constant({ dense: numbers }, shape, type)
    this.#dense.set(key, [...alike, { dense: numbers, value }])
    return value
  }

  splat(splat: number, shape: Shape, type: ElementType): Value {
    const key = `splat ${type} [${shape}] ${Object.is(splat, -0) ? '-0' : splat}`
    return this.#once(key, () => [this.#constant({ splat }, shape, type)])[0]!
  }

  scalar(value: number): Value {
    return this.splat(value, [], 'float32')
  }

  /** A list of sizes, axes or offsets, as ONNX operators take them. */
  integers(values: readonly number[]): Value {
    return this.constant(values, [values.length], 'int64')
  }

  node(request: NodeRequest): readonly Value[] {
    return this.#once(keyOfNode(request), () => {
      const outputs: Value[] = []
      const { op, domain = '', inputs, attributes = {} } = request
      const node: Node = { op, domain, inputs, attributes, outputs }
      for (const { shape, type } of request.outputs) outputs.push({ id: this.#ids++, shape, type, producer: node })
      this.#nodes.push(node)
      return outputs
    })
  }

  /** What this node computed, if it was built before. */
  existing(request: NodeRequest): readonly Value[] | undefined {
    return this.#known.get(keyOfNode(request))
  }

  /** A node with one output. */
  one(request: Omit<NodeRequest, 'outputs'> & { readonly shape: Shape; readonly type?: ElementType }): Value {
    const { shape, type = 'float32', ...rest } = request
    return this.node({ ...rest, outputs: [{ shape, type }] })[0]!
  }

  graph(outputs: readonly NamedValue[]): Graph {
    return { nodes: this.#nodes, inputs: [...this.#inputs.values()], outputs }
  }

  #constant(constant: Constant, shape: Shape, type: ElementType): Value {
    return { id: this.#ids++, shape, type, constant }
  }

  #once(key: string, make: () => readonly Value[]): readonly Value[] {
    const known = this.#known.get(key)
    if (known) return known
    const made = make()
    this.#known.set(key, made)
    return made
  }
}

function isUniform(numbers: ArrayLike<number>, first: number): boolean {
  for (let i = 1; i < numbers.length; i++) if (!Object.is(numbers[i], first)) return false
  return true
}

/** FNV-1a over the numbers as float32. */
function hashOf(numbers: ArrayLike<number>): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < numbers.length; i++) {
    bits.setFloat32(0, numbers[i]!)
    hash = Math.imul(hash ^ bits.getUint32(0), 0x01000193)
  }
  return hash
}

const bits = new DataView(new ArrayBuffer(4))

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a === b) return true
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false
  return a.length === b.length
}

function keyOfNode({ op, domain = '', inputs, attributes = {}, outputs }: NodeRequest): string {
  const sorted = Object.keys(attributes).sort()
  const settings = sorted.map((name) => `${name}=${JSON.stringify(attributes[name])}`)
  return `${domain}.${op}(${inputs.map((value) => value?.id ?? '')}) ${settings} ${outputs.length}`
}
