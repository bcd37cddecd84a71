// A WebAssembly module of functions over one imported memory: the binary format's sections, as far as kernels need them.

import { type Bytes, counted, sized, text, unsigned } from './bytes.ts'
import { type Code, type Local, TYPES, type ValueType } from './instructions.ts'

export interface Kernel {
  readonly name: string
  readonly parameters: readonly ValueType[]
  readonly locals: readonly ValueType[]
  readonly body: Code
}

/** Hands out the locals of a kernel, by name, while its body is written down. */
export class Locals {
  readonly parameters: ValueType[] = []
  readonly others: ValueType[] = []

  /** Before any others. */
  take<Name extends string>(type: ValueType, ...names: readonly Name[]): Record<Name, Local> {
    return this.#add(this.parameters, type, names)
  }

  own<Name extends string>(type: ValueType, ...names: readonly Name[]): Record<Name, Local> {
    return this.#add(this.others, type, names)
  }

  #add<Name extends string>(list: ValueType[], type: ValueType, names: readonly Name[]): Record<Name, Local> {
    const made = names.map((name) => {
      list.push(type)
      return [name, { type, index: this.parameters.length + this.others.length - 1 }] as const
    })
    return Object.fromEntries(made) as Record<Name, Local>
  }
}

export function kernel(name: string, write: (locals: Locals) => Code): Kernel {
  const locals = new Locals()
  const body = write(locals)
  return { name, parameters: locals.parameters, locals: locals.others, body }
}

const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]
const SECTION = { type: 1, import: 2, function: 3, export: 7, code: 10 } as const
const FUNCTION_TYPE = 0x60
const END = 0x0b

/** The module imports its memory as `host.memory` and exports every kernel by its name. Kernels return nothing. */
export function assemble(kernels: readonly Kernel[]): Uint8Array<ArrayBuffer> {
  const types = kernels.map(({ parameters }) => [FUNCTION_TYPE, ...counted(parameters.map((type) => [TYPES[type]])), 0])
  const memory = [...text('host'), ...text('memory'), 0x02, 0x00, ...unsigned(1)]
  const exported = kernels.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)])
  const code = kernels.map(({ locals, body }) => {
    return sized([...counted(locals.map((type) => [1, TYPES[type]])), ...body, END])
  })
  return Uint8Array.from([
    ...MAGIC,
    ...section(SECTION.type, types),
    ...section(SECTION.import, [memory]),
    ...section(
      SECTION.function,
      kernels.map((_, index) => unsigned(index)),
    ),
    ...section(SECTION.export, exported),
    ...section(SECTION.code, code),
  ])
}

function section(id: number, items: readonly Bytes[]): Bytes {
  return [id, ...sized(counted(items))]
}
