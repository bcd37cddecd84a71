// The scene of an episode: table, hand, the task's props and a marker at the goal.

import { handBodies } from '../../sim/hand/bodies.ts'
import { table } from '../../sim/props/table.ts'
import type { Scene } from '../../sim/scene.ts'
import type { Placement, Task } from './task.ts'

const GOAL_RADIUS = 0.015

export function taskScene(task: Task, { props, goal }: Placement): Scene {
  const all = [table({ hole: task.hole }), ...props]
  return {
    bodies: [...handBodies(task.hand), ...all.flatMap((prop) => prop.bodies)],
    joints: all.flatMap((prop) => prop.joints),
    markers: [{ name: 'goal', position: goal, radius: GOAL_RADIUS, colour: '#2f9e63' }],
  }
}
