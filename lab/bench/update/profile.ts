// What onnxruntime writes down about a session when it is told to: one event per node that it ran.

/** The parts that are read here of an event of its trace. */
export interface ProfileEvent {
  readonly name: string
  /** Microseconds. */
  readonly ts: number
  readonly dur: number
  readonly args?: {
    readonly op_name?: string
    readonly input_type_shape?: readonly Readonly<Record<string, readonly number[]>>[]
    readonly output_type_shape?: readonly Readonly<Record<string, readonly number[]>>[]
  }
}

export interface OperatorCost {
  /** As the runtime ran it: it fuses what it can. */
  readonly op: string
  /** In one run of the program. */
  readonly nodes: number
  /** Numbers that these nodes read and write. */
  readonly moved: number
  readonly ms: number
  /** Of the time of all nodes. */
  readonly share: number
}

export interface ProgramCost {
  readonly runs: number
  /** Of one run, with what lies between nodes; writing the profile is part of it. */
  readonly runMs: number
  /** The dearest first. */
  readonly operators: readonly OperatorCost[]
}

/** Means over all runs but the first `skipped`. */
export function costsOf(events: readonly ProfileEvent[], skipped: number): ProgramCost {
  const runs = events.filter(({ name }) => name === 'model_run').slice(skipped)
  const begin = runs[0]?.ts ?? Number.POSITIVE_INFINITY
  const totals = new Map<string, { nodes: number; moved: number; us: number }>()
  let all = 0
  for (const { name, ts, dur, args } of events) {
    const op = args?.op_name
    if (!op || ts < begin || !name.endsWith('_kernel_time')) continue
    const total = totals.get(op) ?? { nodes: 0, moved: 0, us: 0 }
    totals.set(op, { nodes: total.nodes + 1, moved: total.moved + movedBy(op, args), us: total.us + dur })
    all += dur
  }
  const perRun = (total: number) => total / runs.length
  const operators = [...totals].map(([op, { nodes, moved, us }]): OperatorCost => {
    return { op, nodes: perRun(nodes), moved: perRun(moved), ms: perRun(us) / 1000, share: us / all }
  })
  return {
    runs: runs.length,
    runMs: perRun(runs.reduce((sum, { dur }) => sum + dur, 0)) / 1000,
    operators: operators.sort((a, b) => b.ms - a.ms),
  }
}

/** A reshape hands its memory on. */
function movedBy(op: string, { input_type_shape = [], output_type_shape = [] }: NonNullable<ProfileEvent['args']>) {
  if (op === 'Reshape') return 0
  return [...input_type_shape, ...output_type_shape].flatMap(Object.values<readonly number[]>).reduce(countNumbers, 0)
}

function countNumbers(sum: number, shape: readonly number[]): number {
  return sum + shape.reduce((product, size) => product * size, 1)
}
