export const late = () => import('../lab/lab.ts')
