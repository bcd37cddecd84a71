export * from '../lab/lab.ts'
