// The optional package @tensorflow/tfjs-node-gpu: npm leaves it out where its own download fails.

import { createRequire } from 'node:module'
import type { Finding } from './finding.ts'

const name = '@tensorflow/tfjs-node-gpu'

export function examineTensorflowGpu(): Finding {
  const id = 'tfjs-node-gpu'
  const require = createRequire(import.meta.url)
  try {
    require.resolve(`${name}/package.json`)
  } catch {
    const why = `optional ${name} is not installed (npm leaves it out where its download fails); type: npm install ${name}`
    return { id, usable: false, why }
  }
  try {
    require('@tensorflow/tfjs-node-gpu')
    return { id, usable: true, why: `${name} loads` }
  } catch (error) {
    const [line = ''] = String(error instanceof Error ? error.message : error).split('\n')
    return { id, usable: false, why: `${name} is installed and does not load: ${line}` }
  }
}
