// The text of agents/tensor/SUPPORTED.md: kernels by family from the code, gradients from what the tests compare, building
// blocks from the first lines of their files.

import { readFileSync } from 'node:fs'
import { kernelFamilies } from '../../agents/tensor/trace/supported.ts'

const blocks = [
  'mlp',
  'conv-encoder',
  'attention',
  'transformer',
  'layer-norm',
  'gelu',
  'dropout',
  'gaussian',
  'squashed-gaussian',
  'layout',
  'gradient',
  'adam',
  'blocks',
  'unrolled',
]

/** @param compared kernels whose gradients are compared with plain TensorFlow.js */
export function supportedPage(compared: ReadonlySet<string>): string {
  const rows = Object.entries(kernelFamilies).map(([family, kernels]) => {
    const names = Object.keys(kernels).sort()
    const [with_, without] = [true, false].map((wanted) =>
      listed(names.filter((name) => compared.has(name) === wanted)),
    )
    return `| ${family} | ${with_} | ${without} |`
  })
  return [
    '# What can be compiled',
    '',
    '## Operations',
    '',
    "TensorFlow.js' kernels by name. Many of its functions are made of several of them: `logSumExp`, `moments`,",
    '`logSoftmax`, `stack`, `squeeze`, `broadcastTo`, `conv2dTranspose` and so on all compile. Any other kernel is an error',
    'that names it and its nearest neighbours here. Answers of all are compared with plain TensorFlow.js, and gradients of',
    'those in the first column; the others are gradients themselves, or what has none. Comparisons have the gradient 0.',
    '',
    '| family | with a gradient | without |',
    '| --- | --- | --- |',
    ...rows,
    '',
    'Images are `[batch, height, width, channels]`. As in TensorFlow.js, dilated convolutions have no gradient; that of',
    '`mirrorPad` counts each entry once; that of `avgPool` with padding is refused, because it would not be the slope.',
    '',
    '## Building blocks',
    '',
    'In `agents/tensor/`, all on flat parameter vectors (`layout.ts`).',
    '',
    '| file | what it is |',
    '| --- | --- |',
    ...blocks.map((name) => `| \`${name}.ts\` | ${firstLines(`../../agents/tensor/${name}.ts`)} |`),
    '',
  ].join('\n')
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}

/** The comment that a file begins with, up to its first blank line. */
function firstLines(path: string): string {
  const [comment = ''] = readFileSync(new URL(path, import.meta.url), 'utf8').split(/\n(?!\/\/ )/)
  return comment.replaceAll(/\n?\/\/ /g, ' ').trim()
}
