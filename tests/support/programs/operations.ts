// Every operation that can be compiled, as a function of a few tensors whose numbers avoid kinks and poles.

import * as tf from '@tensorflow/tfjs'
import { equal, greater, greaterEqual, less, lessEqual, logicalAnd, logicalOr, notEqual } from '@tensorflow/tfjs'
import { imageOperations } from './image-operations.ts'
import type { Operation } from './operation.ts'

const matrix = [3, 4]

function each(name: string, apply: (x: tf.Tensor) => tf.Tensor, options: Partial<Operation> = {}): Operation {
  return { name, shapes: [matrix], apply: (x) => apply(x!), ...options }
}

function pair(name: string, apply: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor, options: Partial<Operation> = {}) {
  return { name, shapes: [matrix, matrix], apply: (a, b) => apply(a!, b!), ...options } satisfies Operation
}

const index = (x: tf.Tensor) => tf.cast(x, 'int32')

const arithmetic: readonly Operation[] = [
  pair('add', tf.add),
  pair('add, broadcast', tf.add, { shapes: [[3, 4], [4]] }),
  pair('sub', tf.sub),
  pair('sub, broadcast both ways', tf.sub, {
    shapes: [
      [3, 1],
      [2, 1, 4],
    ],
  }),
  pair('mul', tf.mul),
  pair('mul by a scalar', tf.mul, { shapes: [[3, 4], []] }),
  pair('div', tf.div, { numbers: 'positive' }),
  pair('maximum', tf.maximum),
  pair('minimum', tf.minimum),
  pair('pow', tf.pow, { numbers: 'positive' }),
  pair('squaredDifference', tf.squaredDifference),
  pair('floorDiv', tf.floorDiv, { numbers: 'positive', gradient: false }),
  pair('floorDiv of integers', (a, b) => tf.floorDiv(index(tf.mul(a, 10)), index(tf.add(tf.abs(b), 1))), {
    gradient: false,
  }),
  pair('mod', tf.mod, { gradient: false }),
  { name: 'addN', shapes: [matrix, matrix, matrix], apply: (...parts) => tf.addN(parts) },
  each('square', tf.square),
  each('abs', tf.abs),
  each('neg', tf.neg),
  each('sign', tf.sign),
  each('sqrt', tf.sqrt, { numbers: 'positive' }),
  each('rsqrt', tf.rsqrt, { numbers: 'positive' }),
  each('exp', tf.exp),
  each('expm1', tf.expm1),
  each('log', tf.log, { numbers: 'positive' }),
  each('log1p', tf.log1p, { numbers: 'positive' }),
  each('reciprocal', tf.reciprocal, { numbers: 'positive' }),
  each('floor', tf.floor),
  each('ceil', tf.ceil),
  each('round', tf.round),
  each('erf', tf.erf),
  each('sin', tf.sin),
  each('cos', tf.cos),
  each('tan', tf.tan, { numbers: 'unit' }),
  each('sinh', tf.sinh),
  each('cosh', tf.cosh),
  each('asin', tf.asin, { numbers: 'unit' }),
  each('acos', tf.acos, { numbers: 'unit' }),
  each('atan', tf.atan),
  each('asinh', tf.asinh),
  each('acosh', (x) => tf.acosh(tf.add(tf.abs(x), 1.5))),
  each('atanh', tf.atanh, { numbers: 'unit' }),
]

const activation: readonly Operation[] = [
  each('relu', tf.relu),
  each('relu6', (x) => tf.relu6(tf.mul(x, 5))),
  each('leakyRelu', (x) => tf.leakyRelu(x, 0.1)),
  each('prelu', (x) => tf.prelu(x, tf.scalar(0.3))),
  each('elu', tf.elu),
  each('selu', tf.selu),
  each('sigmoid', tf.sigmoid),
  each('tanh', tf.tanh),
  each('softplus', tf.softplus),
  each('softplus of large numbers', (x) => tf.softplus(tf.mul(x, 50))),
  each('step', (x) => tf.step(x)),
  each('step with a slope', (x) => tf.step(x, 0.25)),
  each('step of integers', (x) => tf.step(index(tf.mul(x, 3))), { gradient: false }),
  each('clipByValue', (x) => tf.clipByValue(x, -1, 0.5)),
  each('softmax', (x) => tf.softmax(x)),
  each('logSoftmax', (x) => tf.logSoftmax(x)),
]

const compare: readonly Operation[] = [
  ...Object.entries({ greater, greaterEqual, less, lessEqual, equal, notEqual }).map(([name, apply]) =>
    pair(name, (a, b) => apply(tf.round(a), tf.round(b)), { gradient: false }),
  ),
  ...Object.entries({ logicalAnd, logicalOr }).map(([name, apply]) =>
    pair(name, (a, b) => apply(tf.greater(a, 0), tf.greater(b, 0)), { gradient: false }),
  ),
  each('logicalNot', (x) => tf.logicalNot(tf.greater(x, 0)), { gradient: false }),
  each('isNaN', (x) => tf.isNaN(tf.sqrt(x)), { gradient: false }),
  each('isInf', (x) => tf.isInf(tf.div(x, tf.relu(x))), { gradient: false }),
  pair('where the condition depends on the operands', (a, b) => tf.where(tf.greater(a, b), tf.square(a), tf.exp(b))),
  pair('where of several conditions', (a, b) => {
    const condition = tf.logicalAnd(tf.less(a, b), tf.logicalNot(tf.logicalOr(tf.equal(a, 0), tf.lessEqual(b, -1))))
    return tf.where(tf.logicalOr(condition, tf.notEqual(a, a)), tf.mul(a, b), tf.where(tf.greaterEqual(a, 1), a, b))
  }),
  pair('where, condition broadcast', (a, b) => tf.where(tf.greater(tf.sum(a, 1, true), 0), a, b)),
  pair('where, branches broadcast', (a, b) => tf.where(tf.greater(a, 0), tf.mul(a, b), tf.scalar(0.5))),
  pair('where', (a, b) => tf.where(tf.tensor1d([1, 0, 0, 1], 'bool'), tf.square(a), tf.exp(b))),
  each('where that hides what is not a number', (x) => tf.where(tf.greater(x, 0), tf.log(x), tf.zerosLike(x)), {
    gradient: false,
  }),
]

const reduce: readonly Operation[] = [
  each('sum of everything', (x) => tf.sum(x)),
  each('sum of rows', (x) => tf.sum(x, 0)),
  each('sum of many columns', (x) => tf.sum(x, 0), { shapes: [[5, 16]] }),
  each('sum of columns, axis kept', (x) => tf.sum(x, -1, true)),
  each('sum over several axes', (x) => tf.sum(x, [0, 2]), { shapes: [[2, 3, 4]] }),
  each('mean', (x) => tf.mean(x)),
  each('mean over an axis', (x) => tf.mean(x, 1)),
  each('prod', (x) => tf.prod(x, 1), { gradient: false }),
  each('max', (x) => tf.max(x, 1)),
  each('min', (x) => tf.min(x, 0)),
  each('all', (x) => tf.all(tf.greater(x, -1), 1), { gradient: false }),
  each('any', (x) => tf.any(tf.greater(x, 1), 1), { gradient: false }),
  each('argMax', (x) => tf.argMax(x, 1), { gradient: false }),
  each('argMin', (x) => tf.argMin(x, 0), { gradient: false }),
  { name: 'topk', shapes: [matrix], apply: (x) => Object.values(tf.topk(x!, 2)) },
  each('cumsum', (x) => tf.cumsum(x, 1)),
  each('cumsum, exclusive and backwards', (x) => tf.cumsum(x, 1, true, true)),
  each('logSumExp', (x) => tf.logSumExp(x, 1)),
  each('moments', (x) => tf.moments(x, 0).variance),
  each('unsortedSegmentSum', (x) => tf.unsortedSegmentSum(x, tf.tensor1d([1, 0, 1], 'int32'), 2)),
]

const einsums: readonly (readonly [string, ...(readonly number[])[]])[] = [
  ['ij,jk->ik', [3, 4], [4, 5]],
  ['ij,jk->ki', [3, 4], [4, 5]],
  ['bij,bkj->bik', [2, 3, 4], [2, 5, 4]],
  ['bqhd,bkhd->bhqk', [2, 3, 2, 4], [2, 5, 2, 4]],
  ['i,j->ij', [3], [4]],
  ['ij,ij->', [3, 4], [3, 4]],
  ['ij->ji', [3, 4]],
]

const product: readonly Operation[] = [
  pair('matMul', tf.matMul, {
    shapes: [
      [3, 4],
      [4, 5],
    ],
  }),
  pair('matMul, first transposed', (a, b) => tf.matMul(a, b, true), {
    shapes: [
      [4, 3],
      [4, 5],
    ],
  }),
  pair('matMul, second transposed', (a, b) => tf.matMul(a, b, false, true), {
    shapes: [
      [3, 4],
      [5, 4],
    ],
  }),
  pair('matMul, both transposed', (a, b) => tf.matMul(a, b, true, true), {
    shapes: [
      [4, 3],
      [5, 4],
    ],
  }),
  pair('matMul of transposes', (a, b) => tf.matMul(tf.transpose(a), tf.transpose(b)), {
    shapes: [
      [4, 3],
      [5, 4],
    ],
  }),
  pair('matMul of stacks', tf.matMul, {
    shapes: [
      [2, 3, 4],
      [2, 4, 5],
    ],
  }),
  pair('matMul of stacks, first transposed', (a, b) => tf.matMul(a, b, true), {
    shapes: [
      [2, 4, 6],
      [2, 4, 3],
    ],
  }),
  pair('matMul of stacks, second transposed', (a, b) => tf.matMul(a, b, false, true), {
    shapes: [
      [2, 3, 4],
      [2, 5, 4],
    ],
  }),
  pair('matMul with a bias', (a, b) => tf.add(tf.matMul(a, b), tf.tensor1d([1, 2, 3, 4, 5])), {
    shapes: [
      [3, 4],
      [4, 5],
    ],
  }),
  pair('fused matMul', (a, b) => tf.fused.matMul({ a: a as tf.Tensor2D, b: b as tf.Tensor2D, activation: 'relu' }), {
    shapes: [
      [3, 4],
      [4, 5],
    ],
  }),
  ...einsums.map(
    ([equation, ...shapes]): Operation => ({
      name: `einsum ${equation}`,
      shapes: shapes as unknown as readonly (readonly number[])[],
      apply: (...operands) => tf.einsum(equation, ...operands),
    }),
  ),
  pair('einsum that sums a letter alone', (a, b) => tf.einsum('ij,kj->i', a, b), { gradient: false }),
]

const parts: readonly Operation[] = [
  pair('concat', (a, b) => tf.concat([a, b], 1), {
    shapes: [
      [3, 4],
      [3, 2],
    ],
  }),
  pair('stack', (a, b) => tf.stack([a, b], 1)),
  each('unstack', (x) => tf.unstack(x, 1)[2]!),
  each('split', (x) => tf.split(x, [1, 3], 1)[1]!),
  each('split into equal pieces', (x) => tf.split(x, 2, -1)[0]!),
  each('slice', (x) => tf.slice(x, [1, 0], [2, 3])),
  each('slice from one number', (x) => tf.slice(x, 1)),
  each('slice to the end', (x) => tf.slice(x, [1, 1], [-1, -1])),
  each('gather', (x) => tf.gather(x, tf.tensor1d([2, 0, 2], 'int32'))),
  each('gather along an axis', (x) => tf.gather(x, tf.tensor1d([3, 1], 'int32'), 1)),
  each('gather of a row for each entry', (x) =>
    tf.gather(
      x,
      tf.tensor2d(
        [
          [2, 0],
          [1, 1],
        ],
        [2, 2],
        'int32',
      ),
    ),
  ),
  each('gather in batches', (x) => tf.gather(x, tf.tensor2d([[3], [0], [1]], [3, 1], 'int32'), 1, 1)),
  each(
    'gather in batches of matrices',
    (x) =>
      tf.gather(
        x,
        tf.tensor2d(
          [
            [2, 0],
            [1, 1],
          ],
          [2, 2],
          'int32',
        ),
        2,
        1,
      ),
    {
      shapes: [[2, 2, 3, 2]],
      gradient: false,
    },
  ),
]

const shape: readonly Operation[] = [
  each('clone', (x) => tf.clone(x)),
  each('cast', (x) => tf.cast(tf.greater(x, 0), 'float32'), { gradient: false }),
  each('reshape', (x) => tf.reshape(x, [2, -1])),
  each('expandDims', (x) => tf.expandDims(x, -1)),
  each('squeeze', (x) => tf.squeeze(x, [1]), { shapes: [[3, 1, 2]] }),
  each('transpose', (x) => tf.transpose(x, [2, 0, 1]), { shapes: [[2, 3, 4]] }),
  each('tile', (x) => tf.tile(x, [2, 3])),
  each('tile of a column', (x) => tf.tile(x, [1, 3]), { shapes: [[4, 1]] }),
  each('broadcastTo', (x) => tf.broadcastTo(x, [2, 3, 4])),
  each('reverse', (x) => tf.reverse(x, [1])),
  each('reverse of everything', (x) => tf.reverse(x)),
  each('pad', (x) =>
    tf.pad(
      x,
      [
        [1, 0],
        [2, 1],
      ],
      0.5,
    ),
  ),
  each('fill', (x) => tf.mul(x, tf.fill([3, 4], 2.5))),
  each('zerosLike, onesLike', (x) => tf.add(tf.add(x, tf.zerosLike(x)), tf.onesLike(x))),
  each('range', (x) => tf.mul(x, tf.range(0, 8, 2))),
  each('linspace', (x) => tf.mul(x, tf.linspace(0, 1, 4))),
  each('oneHot', (x) => tf.oneHot(index(tf.abs(x)), 3), { gradient: false }),
]

export const operations: readonly Operation[] = [
  ...arithmetic,
  ...activation,
  ...compare,
  ...reduce,
  ...product,
  ...parts,
  ...shape,
  ...imageOperations,
]
