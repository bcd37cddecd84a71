// RAPL's task: one block goes into the strip at the top, and not through the zone below it. RAPL does not publish its
// geometry; this one is ours. The zone lies across the straight way up and reaches farther towards the middle of the arena, so
// that the way round on the outside is the shorter.

import { SQUARE_HALF } from '../blocks.ts'
import { carry } from '../experts/carry.ts'
import { pushAlong } from '../experts/push-along.ts'
import { inStrip, wayToGoal } from '../goal.ts'
import { overlap, type Rectangle, type Situation } from '../situation.ts'
import { defineArenaTask } from '../task.ts'

const ZONE = { y: 0.5, halfX: 0.15, halfY: 0.08 } as const
/** From the middle of a block to a corner. */
const REACH = Math.SQRT2 * SQUARE_HALF
/** Between a block that passes and the zone, metres. */
const BERTH = 0.04

export const avoiding = defineArenaTask({
  name: 'avoiding',
  steering: 'graded',
  demo: { blocks: [[0, -0.05]], zone: { ...ZONE, x: 0.05 } },

  layout(random) {
    const x = random.uniform(-0.25, 0.25)
    const zone = { ...ZONE, x: x - Math.sign(x) * random.uniform(0.03, 0.12) }
    return { blocks: [[x, random.uniform(-0.1, 0)]], zone }
  },

  breaks: enters,

  terms: (situation) => ({ distance: wayToGoal(situation.blocks[0]!), inside: enters(situation) ? 1 : 0 }),

  scales: { distance: -1, inside: -2 },

  success: ({ blocks }) => inStrip(blocks[0]!),

  expert(situation) {
    const [block] = situation.blocks as [Rectangle]
    const act = situation.embodiment.fingers.length > 0 ? carry : pushAlong
    return act(situation, block, wayRound(block, situation.zone!))
  },
})

function enters({ blocks: [block], zone }: Situation): boolean {
  return overlap(block!, zone!)
}

/** Where a block goes next: aside as fast as the way that is left below the zone demands, then up. */
function wayRound(block: Rectangle, zone: Rectangle) {
  const side = block.x < zone.x ? -1 : 1
  const aside = side * (zone.x - block.x) + zone.halfX + REACH + BERTH
  const room = zone.y - zone.halfY - REACH - block.y
  if (aside < 0 || block.y > zone.y + zone.halfY) return { x: block.x, y: block.y + 1 }
  return { x: block.x + side * aside, y: block.y + Math.max(room, 0.05) }
}
