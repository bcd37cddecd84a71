// The tasks that there are, by id.

import { loadEngine } from '../sim/engine.ts'
import { unknownName } from '../sim/names.ts'
import type { Env, EnvOptions } from './contract.ts'
import { UnknownTaskError } from './errors.ts'
import { assembly } from './metaworld/assembly.ts'
import { basketball } from './metaworld/basketball.ts'
import { binPicking } from './metaworld/bin-picking.ts'
import { boxClose } from './metaworld/box-close.ts'
import { buttonPress } from './metaworld/button-press.ts'
import { buttonPressTopdown } from './metaworld/button-press-topdown.ts'
import { buttonPressTopdownWall } from './metaworld/button-press-topdown-wall.ts'
import { buttonPressWall } from './metaworld/button-press-wall.ts'
import { coffeeButton } from './metaworld/coffee-button.ts'
import { coffeePull } from './metaworld/coffee-pull.ts'
import { coffeePush } from './metaworld/coffee-push.ts'
import { dialTurn } from './metaworld/dial-turn.ts'
import { disassemble } from './metaworld/disassemble.ts'
import { doorClose } from './metaworld/door-close.ts'
import { doorLock } from './metaworld/door-lock.ts'
import { doorOpen } from './metaworld/door-open.ts'
import { doorUnlock } from './metaworld/door-unlock.ts'
import { drawerClose } from './metaworld/drawer-close.ts'
import { drawerOpen } from './metaworld/drawer-open.ts'
import { TaskEnvironment } from './metaworld/environment.ts'
import { faucetClose } from './metaworld/faucet-close.ts'
import { faucetOpen } from './metaworld/faucet-open.ts'
import { hammer } from './metaworld/hammer.ts'
import { handInsert } from './metaworld/hand-insert.ts'
import { handlePress } from './metaworld/handle-press.ts'
import { handlePressSide } from './metaworld/handle-press-side.ts'
import { handlePull } from './metaworld/handle-pull.ts'
import { handlePullSide } from './metaworld/handle-pull-side.ts'
import { leverPull } from './metaworld/lever-pull.ts'
import { pegInsertSide } from './metaworld/peg-insert-side.ts'
import { pegUnplugSide } from './metaworld/peg-unplug-side.ts'
import { pickOutOfHole } from './metaworld/pick-out-of-hole.ts'
import { pickPlace } from './metaworld/pick-place.ts'
import { pickPlaceWall } from './metaworld/pick-place-wall.ts'
import { plateSlide } from './metaworld/plate-slide.ts'
import { plateSlideBack } from './metaworld/plate-slide-back.ts'
import { plateSlideBackSide } from './metaworld/plate-slide-back-side.ts'
import { plateSlideSide } from './metaworld/plate-slide-side.ts'
import { push } from './metaworld/push.ts'
import { pushBack } from './metaworld/push-back.ts'
import { pushWall } from './metaworld/push-wall.ts'
import { reach } from './metaworld/reach.ts'
import { reachWall } from './metaworld/reach-wall.ts'
import { shelfPlace } from './metaworld/shelf-place.ts'
import { soccer } from './metaworld/soccer.ts'
import { stickPull } from './metaworld/stick-pull.ts'
import { stickPush } from './metaworld/stick-push.ts'
import { sweep } from './metaworld/sweep.ts'
import { sweepInto } from './metaworld/sweep-into.ts'
import type { Task } from './metaworld/task.ts'
import { windowClose } from './metaworld/window-close.ts'
import { windowOpen } from './metaworld/window-open.ts'
import { resolveOptions } from './options.ts'

export interface TaskEntry {
  readonly id: string
  readonly suite: 'metaworld'
  make(options: EnvOptions): Env
}

/** All tasks, sorted by id. */
export const tasks: readonly TaskEntry[] = [
  assembly,
  basketball,
  binPicking,
  boxClose,
  buttonPress,
  buttonPressTopdown,
  buttonPressTopdownWall,
  buttonPressWall,
  coffeeButton,
  coffeePull,
  coffeePush,
  dialTurn,
  disassemble,
  doorClose,
  doorLock,
  doorOpen,
  doorUnlock,
  drawerClose,
  drawerOpen,
  faucetClose,
  faucetOpen,
  hammer,
  handInsert,
  handlePress,
  handlePressSide,
  handlePull,
  handlePullSide,
  leverPull,
  pegInsertSide,
  pegUnplugSide,
  pickOutOfHole,
  pickPlace,
  pickPlaceWall,
  plateSlide,
  plateSlideBack,
  plateSlideBackSide,
  plateSlideSide,
  push,
  pushBack,
  pushWall,
  reach,
  reachWall,
  shelfPlace,
  soccer,
  stickPull,
  stickPush,
  sweep,
  sweepInto,
  windowClose,
  windowOpen,
].map(metaworld)

function metaworld(task: Task): TaskEntry {
  return { id: task.id, suite: 'metaworld', make: (options) => new TaskEnvironment(task, options) }
}

/** @throws UnknownTaskError naming the nearest task; RangeError naming a wrong option. */
export async function makeEnv(id: string, options?: Partial<EnvOptions>): Promise<Env> {
  const entry = tasks.find((task) => task.id === id)
  if (!entry)
    throw new UnknownTaskError(
      unknownName(
        'task',
        id,
        tasks.map((task) => task.id),
      ),
    )
  const resolved = resolveOptions(options)
  await loadEngine()
  return entry.make(resolved)
}
