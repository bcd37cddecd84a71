// Who may import whom (the architecture as a table), and what breaks it.

import type { SourceFile } from './source-graph.ts'

export interface Room {
  /** Files whose path begins so, where no longer one fits better. */
  readonly path: string
  /** Paths that it may import from. */
  readonly from: readonly string[]
  /** Paths of which it may import types alone. */
  readonly typesFrom?: readonly string[]
  readonly packages: readonly string[] | 'any'
  /** `no`: the room runs unchanged in Node, in workers and in the browser. */
  readonly node: 'yes' | 'no'
}

export const rooms: readonly Room[] = [
  { path: 'sim/', from: ['sim/'], packages: ['@dimforge/rapier3d'], node: 'no' },
  { path: 'envs/', from: ['envs/', 'sim/'], packages: [], node: 'no' },
  {
    path: 'agents/',
    from: ['agents/'],
    typesFrom: ['envs/'],
    packages: ['@tensorflow/tfjs', 'zod'],
    node: 'no',
  },
  { path: 'agents/tensor/', from: ['agents/tensor/'], packages: ['@tensorflow/tfjs'], node: 'no' },
  {
    path: 'agents/tensor/executors/',
    from: ['agents/tensor/'],
    packages: [
      ...['@tensorflow/tfjs', '@tensorflow/tfjs-node', '@tensorflow/tfjs-node-gpu'],
      ...['onnxruntime-node', 'onnxruntime-web'],
    ],
    node: 'no',
  },
  {
    path: 'rewards/',
    from: ['rewards/', 'agents/tensor/'],
    typesFrom: ['envs/'],
    packages: ['@tensorflow/tfjs', 'zod'],
    node: 'no',
  },
  {
    path: 'lab/',
    from: ['lab/', 'sim/', 'envs/', 'agents/', 'rewards/', 'viewer/server/', 'viewer/protocol/'],
    packages: ['@tensorflow/tfjs', 'tsx', 'yaml', 'zod'],
    node: 'yes',
  },
  // Other people's files.
  {
    path: 'lab/dataset/formats/',
    from: ['lab/', 'sim/', 'envs/', 'rewards/'],
    packages: ['h5wasm', 'fflate', 'zod'],
    node: 'yes',
  },
  {
    path: 'lab/export/',
    from: ['lab/', 'sim/', 'envs/', 'viewer/server/', 'viewer/protocol/'],
    packages: ['gifenc', 'h264-mp4-encoder'],
    node: 'yes',
  },
  // A new thread is told which file to run.
  { path: 'lab/workers/start-typescript.mjs', from: [], packages: ['computed:', 'tsx'], node: 'yes' },
  {
    path: 'viewer/protocol/',
    from: ['viewer/protocol/'],
    typesFrom: ['sim/', 'rewards/preference/'],
    packages: ['zod'],
    node: 'no',
  },
  {
    path: 'viewer/server/',
    from: ['viewer/server/', 'viewer/protocol/', 'sim/', 'envs/', 'rewards/preference/'],
    packages: ['ws', 'yaml', 'zod'],
    node: 'yes',
  },
  {
    path: 'viewer/client/',
    from: ['viewer/client/', 'viewer/protocol/', 'sim/', 'envs/'],
    packages: ['three'],
    node: 'no',
  },
  {
    path: 'viewer/client/policy/',
    from: ['viewer/client/', 'agents/tensor/executors/'],
    packages: [],
    node: 'no',
  },
  {
    path: 'viewer/client/video/',
    from: ['viewer/client/', 'viewer/protocol/', 'sim/'],
    packages: ['three', 'gifenc', 'mediabunny'],
    node: 'no',
  },
  { path: 'viewer/client/vite.config.ts', from: [], packages: ['vite'], node: 'yes' },
  { path: 'bin/', from: ['lab/'], packages: ['tsx'], node: 'yes' },
  { path: 'vitest.config.ts', from: [], packages: ['vitest'], node: 'yes' },
  {
    path: 'tests/',
    from: ['tests/', 'sim/', 'envs/', 'agents/', 'rewards/', 'lab/', 'viewer/', 'package.json'],
    packages: 'any',
    node: 'yes',
  },
]

/** One line for each import that the table does not allow, and for each file in no room. */
export function breaches(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path)
    if (room === undefined) return [`${file.path} lies in no room`]
    return file.imports.flatMap((each) => {
      if (each.of === 'node')
        return room.node === 'yes' ? [] : [`${file.path} imports ${each.to}, which ${room.path} may not`]
      if (each.of === 'package') {
        const known = room.packages === 'any' || room.packages.includes(each.to)
        return known ? [] : [`${file.path} imports the package ${each.to}, which ${room.path} may not`]
      }
      if (begins(each.to, room.from) || (each.typesOnly && begins(each.to, room.typesFrom))) return []
      const types = begins(each.to, room.typesFrom) ? ' other than its types' : ''
      return [`${file.path} imports ${each.to}${types}, which ${room.path} may not`]
    })
  })
}

function roomOf(path: string): Room | undefined {
  const fitting = rooms.filter((room) => path.startsWith(room.path))
  return fitting.sort((a, b) => b.path.length - a.path.length)[0]
}

function begins(path: string, prefixes: readonly string[] = []): boolean {
  return prefixes.some((prefix) => path.startsWith(prefix))
}
