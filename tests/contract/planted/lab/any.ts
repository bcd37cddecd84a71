const name = './lab.ts'

export const any = () => import(name)
