// Where the labels of an offline run come from: the teacher, another task's labels, or chance.

import type { SegmentRef } from '../../../rewards/preference/preference.ts'
import { addPair } from './add-pair.ts'
import { answersAbout } from './answers.ts'
import { evidenceOf, windowsOf } from './evidence.ts'
import type { OfflineLaboratory } from './laboratory.ts'
import { transferLabels } from './transfer.ts'

export async function labelPairs(lab: OfflineLaboratory): Promise<void> {
  switch (lab.config.pearl.labels) {
    case 'scripted':
      return askTeacher(lab)
    case 'transferred':
      return transferLabels(lab)
    case 'random':
      return drawLabels(lab)
    case 'none':
      return
  }
}

async function askTeacher(lab: OfflineLaboratory): Promise<void> {
  const pairs = drawnPairs(lab)
  const answered = await answersAbout(lab, { data: lab.target, evidence: evidenceOf(lab.target) }, pairs)
  answered.forEach(({ id, label }, index) => {
    const [first, second] = pairs[index]!
    if (label !== undefined) addPair(lab, { id, first, second, label })
  })
}

/** As many as would be asked for, decided by a coin. */
function drawLabels(lab: OfflineLaboratory): void {
  drawnPairs(lab).forEach(([first, second], index) => {
    addPair(lab, { id: `random-${index}`, first, second, label: lab.streams.teacher.integer(2) })
  })
}

function drawnPairs({ target, config, streams }: OfflineLaboratory): (readonly [SegmentRef, SegmentRef])[] {
  const request = { count: config.labels, length: config.session.segment, random: streams.pairs }
  const [firsts, seconds] = [windowsOf(target, request), windowsOf(target, request)]
  return firsts.map((first, index) => [first, seconds[index]!])
}
