// A diagnosis as lines for a person.

import type { Diagnosis } from './examine.ts'
import type { Finding } from './finding.ts'

export function renderDiagnosis(diagnosis: Diagnosis): string {
  const { version, node, system, processor, cores, memoryGiB, executors, optional, physics, runs, healthy } = diagnosis
  const chosen = executors.find(({ usable }) => usable)?.id
  return [
    `rapref ${version} on Node ${node}, ${system}`,
    `${processor}, ${cores} cores, ${memoryGiB} GiB`,
    '',
    ...executors.map((each) => line(`executor ${each.id}`, each, '-')),
    line('physics', physics),
    line('runs', runs),
    ...optional.map((each) => line(each.id, each, '-')),
    '',
    healthy
      ? `Ready to train, on ${chosen} unless told otherwise: rapref start`
      : 'Not ready to train: mend what is marked with x',
  ].join('\n')
}

function line(name: string, { usable, why }: Finding, missing = 'x'): string {
  return `  ${usable ? '+' : missing} ${name.padEnd(20)} ${why}`
}
