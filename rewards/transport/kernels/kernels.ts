// All kernels as one module, assembled and compiled when first used. Small enough to be compiled at once, in the page too.

import { assemble } from '../assembler/module.ts'
import { gibbs } from './exponential.ts'
import { product, roughProduct } from './product.ts'
import { sweep } from './sweep.ts'

/** WebAssembly's part of what Node and browsers share, as far as it is used here. */
interface Host {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Memory: new (size: { readonly initial: number }) => Memory
  readonly Instance: new (module: object, imports: { readonly host: { readonly memory: Memory } }) => Instance
}

export interface Memory {
  readonly buffer: ArrayBuffer
}

interface Instance {
  readonly exports: unknown
}

/** Addresses in bytes, sizes as counts of numbers; see the files of the same names. */
export interface Kernels {
  product(a: number, b: number, out: number, rows: number, depth: number, columns: number, strip: number): void
  /** Of singles. */
  roughProduct(a: number, b: number, out: number, rows: number, depth: number, columns: number, strip: number): void
  gibbs(cost: number, out: number, f: number, g: number, rows: number, columns: number, inverse: number): void
  sweep(matrix: number, a: number, u: number, v: number, sums: number, rows: number, columns: number): void
}

const { WebAssembly: host } = globalThis as unknown as { readonly WebAssembly: Host }
/** Bytes by which memories are counted. */
const PAGE = 65_536

let compiled: object | undefined

/** A memory of at least so many bytes, and the kernels that work in it. */
export function kernelsIn(bytes: number): { readonly memory: Memory; readonly kernels: Kernels } {
  compiled ??= new host.Module(assemble([product, roughProduct, gibbs, sweep]))
  const memory = new host.Memory({ initial: Math.ceil(bytes / PAGE) })
  const { exports } = new host.Instance(compiled, { host: { memory } })
  return { memory, kernels: exports as Kernels }
}
