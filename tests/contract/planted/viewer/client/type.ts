export type Lab = typeof import('../../lab/lab.ts')['lab']
