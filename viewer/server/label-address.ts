// Where a page asks for the clips of a question. No run can have this name, and neither run nor policy is named.

import type { LabelClip } from '../protocol/label.ts'

export const labelRun = 'label:'

export function labelAddress(question: string, member: number): LabelClip['address'] {
  return { run: labelRun, clip: `${question}.${member}` }
}

/** @returns undefined for what is not the address of a question's clip. */
export function readLabelAddress(clip: string): { readonly question: string; readonly member: number } | undefined {
  const found = /^(.+)\.([0-3])$/.exec(clip)
  return found ? { question: found[1]!, member: Number(found[2]) } : undefined
}
