// The control tasks, sorted by id. A new one is one import and one line here.

import { ant } from './ant.ts'
import { halfCheetah } from './half-cheetah.ts'
import { hopper } from './hopper.ts'
import { mountainCar } from './mountain-car.ts'
import { pendulum } from './pendulum.ts'
import type { ControlTask } from './task.ts'

export const controlTasks: readonly ControlTask[] = [ant, halfCheetah, hopper, mountainCar, pendulum]
