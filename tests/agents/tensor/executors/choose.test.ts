import { expect, test } from 'vitest'
import { chooseExecutor, executorChoices } from '../../../../agents/tensor/executors/choose.ts'
import { cpuExecutor } from '../../../../agents/tensor/executors/cpu.ts'
import type { ListedExecutor } from '../../../../agents/tensor/executors/executors.ts'
import { wasmExecutor } from '../../../../agents/tensor/executors/wasm.ts'
import type { Executor, ExecutorId } from '../../../../agents/tensor/program.ts'

const listed = (executor: Executor): ListedExecutor => ({ executor, title: 'a title', advice: 'type something' })

function broken(id: ExecutorId): ListedExecutor {
  return listed({
    id,
    compile: async () => {
      throw new Error('there is no card')
    },
  })
}

test('the choices are auto and every executor, the fastest first', () => {
  expect(executorChoices).toEqual(['auto', 'cpu', 'wasm', 'cuda', 'webgpu', 'tensorflow', 'eager'])
})

test('an unknown executor is told with the known ones', async () => {
  await expect(chooseExecutor('gpu')).rejects.toThrow(
    "no executor 'gpu'; known: auto, cpu, wasm, cuda, webgpu, tensorflow, eager",
  )
})

test('what is asked for is used', async () => {
  expect(await chooseExecutor('wasm')).toBe(wasmExecutor)
})

test('what is asked for and does not work is an error that says why and what to type; nothing takes its place', async () => {
  const from = [listed(cpuExecutor), broken('webgpu')]
  await expect(chooseExecutor('webgpu', from)).rejects.toThrow(
    /^device webgpu does not work here: there is no card; type something, or use device=auto$/,
  )
})

test('auto is the first that works', async () => {
  expect(await chooseExecutor('auto')).toBe(cpuExecutor)
  const from = [broken('cuda'), broken('webgpu'), listed(wasmExecutor), listed(cpuExecutor)]
  expect(await chooseExecutor('auto', from)).toBe(wasmExecutor)
})

test('where none works, auto says why of each', async () => {
  await expect(chooseExecutor('auto', [broken('cuda'), broken('eager')])).rejects.toThrow(
    'no device works here: cuda (there is no card; type something); eager (there is no card; type something)',
  )
})
