// Kernels that TensorFlow.js does not have: several of its operations as one node.

import type { Value } from '../../graph/value.ts'
import type { Kernels } from '../kernel.ts'

export const fusedKernels: Kernels = {
  /** @see agents/tensor/layer-norm.ts; its epsilon is ONNX's default, 1e-5 */
  LayerNorm: (build, inputs) => {
    const { x, scale, shift } = inputs as Readonly<Record<'x' | 'scale' | 'shift', Value>>
    const perRow = { shape: [...x.shape.slice(0, -1), 1], type: x.type }
    return build.node({
      op: 'LayerNormalization',
      inputs: [x, scale, shift],
      attributes: { axis: -1 },
      outputs: [{ shape: x.shape, type: x.type }, perRow, perRow],
    })
  },
}
