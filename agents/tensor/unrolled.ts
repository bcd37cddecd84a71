// Several updates in one run: what a run costs whatever it computes is paid once.

import * as tf from '@tensorflow/tfjs'
import type { Program, Shape, Shapes, TensorsOf } from './program.ts'

export type Stacked<I extends Shapes> = { readonly [Name in keyof I]: Shape }

/**
 * A program that does what `times` runs of `program` do: its inputs and outputs have one more axis in front, [times, ...],
 * and state goes from each to the next.
 *
 * @param times at least 1; compiling takes as many times longer
 * @throws RangeError when `times` is no count
 */
export function unrolled<I extends Shapes, S extends Shapes>(
  program: Program<I, S>,
  times: number,
): Program<Stacked<I>, S> {
  if (!Number.isInteger(times) || times < 1)
    throw new RangeError(`${program.name} unrolled ${times} times; type 1 or more`)
  const stacked = Object.entries(program.inputs).map(([name, shape]) => [name, [times, ...shape]])
  return {
    name: `${program.name} x ${times}`,
    inputs: Object.fromEntries(stacked) as Stacked<I>,
    state: program.state,
    define(inputs, state) {
      const pieces = mapTensors(inputs, (tensor) => tf.unstack(tensor))
      let now = state
      const outputs: Readonly<Record<string, tf.Tensor>>[] = []
      for (let i = 0; i < times; i++) {
        const given = mapTensors(pieces, (each) => each[i]!) as TensorsOf<I>
        const result = program.define(given, now)
        outputs.push(result.outputs)
        now = { ...now, ...result.state }
      }
      const joined = mapTensors(outputs[0]!, (_, name) => tf.stack(outputs.map((each) => each[name]!)))
      return { outputs: joined, state: replaced(now, state) }
    },
  }
}

function mapTensors<From, To>(
  named: Readonly<Record<string, From>>,
  map: (value: From, name: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [name, map(value, name)]))
}

/** State that is what it was is not written. */
function replaced<S extends Shapes>(now: TensorsOf<S>, before: TensorsOf<S>): Partial<TensorsOf<S>> {
  const changed = Object.entries<tf.Tensor>(now).filter(([name, tensor]) => tensor !== before[name])
  return Object.fromEntries(changed) as Partial<TensorsOf<S>>
}
