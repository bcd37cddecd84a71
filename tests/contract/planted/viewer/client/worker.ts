export const worker = new URL('../../lab/lab.ts', import.meta.url)
