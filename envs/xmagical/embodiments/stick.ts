// A bar that pushes with its long side.

import { drivenBody, type Embodiment, HALF_HEIGHT, ROBOT_COLOUR, ROBOT_FRICTION, ROBOT_MASS } from './embodiment.ts'

/** Half the bar's thickness, along its heading. */
const HALF_THICKNESS = 0.05

export function stick(name: string, halfWidth: number, actions: number): Embodiment {
  return {
    name,
    bodies: () => [
      drivenBody(
        {
          shape: { kind: 'box', half: [halfWidth, HALF_THICKNESS, HALF_HEIGHT] },
          colour: ROBOT_COLOUR,
          mass: ROBOT_MASS,
          friction: ROBOT_FRICTION,
          touches: 'hand',
        },
        { apart: 0.06, ahead: 0 },
      ),
    ],
    inertia: (ROBOT_MASS * (halfWidth ** 2 + HALF_THICKNESS ** 2)) / 3,
    reach: HALF_THICKNESS,
    halfWidth,
    overhang: 0,
    fingers: [],
    actions,
  }
}
