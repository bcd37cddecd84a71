// The arrays of a vector environment, laid over one buffer. Threads that lay the same sizes over the same shared buffer
// see the same arrays.

export interface VectorSizes {
  readonly count: number
  readonly observation: number
  readonly action: number
  readonly terms: number
}

export interface VectorArrays {
  /** One per world; NaN leaves the world as it is. */
  readonly seeds: Float64Array
  readonly actions: Float32Array
  readonly experts: Float32Array
  readonly observations: Float32Array
  readonly finalObservations: Float32Array
  readonly rewards: Float32Array
  readonly terms: Float32Array
  readonly terminated: Uint8Array
  readonly truncated: Uint8Array
  readonly success: Uint8Array
  readonly ignored: Uint8Array
}

/** How many bytes the arrays of `sizes` take; what a caller writes (seeds and actions) comes first. */
export function vectorBytes({ count, observation, action, terms }: VectorSizes): { input: number; total: number } {
  const { BYTES_PER_ELEMENT: float } = Float32Array
  const input = count * (Float64Array.BYTES_PER_ELEMENT + action * float)
  const flags = 4
  return { input, total: input + count * ((action + 2 * observation + 1 + terms) * float + flags) }
}

/** Widest elements first, so that every array starts on a multiple of its own element. */
export function layVectorArrays(
  { count, observation, action, terms }: VectorSizes,
  buffer: ArrayBufferLike,
): VectorArrays {
  let offset = 0
  const take = (bytes: number) => {
    const start = offset
    offset += bytes
    return start
  }
  const floats = (width: number) => new Float32Array(buffer, take(4 * count * width), count * width)
  const flags = () => new Uint8Array(buffer, take(count), count)
  return {
    seeds: new Float64Array(buffer, take(8 * count), count),
    actions: floats(action),
    experts: floats(action),
    observations: floats(observation),
    finalObservations: floats(observation),
    rewards: floats(1),
    terms: floats(terms),
    terminated: flags(),
    truncated: flags(),
    success: flags(),
    ignored: flags(),
  }
}
