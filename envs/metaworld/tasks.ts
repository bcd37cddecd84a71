// The tasks of Meta-World, sorted by id. A new task is one import and one line here.

import { assembly } from './assembly.ts'
import { basketball } from './basketball.ts'
import { binPicking } from './bin-picking.ts'
import { boxClose } from './box-close.ts'
import { buttonPress } from './button-press.ts'
import { buttonPressTopdown } from './button-press-topdown.ts'
import { buttonPressTopdownWall } from './button-press-topdown-wall.ts'
import { buttonPressWall } from './button-press-wall.ts'
import { coffeeButton } from './coffee-button.ts'
import { coffeePull } from './coffee-pull.ts'
import { coffeePush } from './coffee-push.ts'
import { dialTurn } from './dial-turn.ts'
import { disassemble } from './disassemble.ts'
import { doorClose } from './door-close.ts'
import { doorLock } from './door-lock.ts'
import { doorOpen } from './door-open.ts'
import { doorUnlock } from './door-unlock.ts'
import { drawerClose } from './drawer-close.ts'
import { drawerOpen } from './drawer-open.ts'
import { faucetClose } from './faucet-close.ts'
import { faucetOpen } from './faucet-open.ts'
import { hammer } from './hammer.ts'
import { handInsert } from './hand-insert.ts'
import { handlePress } from './handle-press.ts'
import { handlePressSide } from './handle-press-side.ts'
import { handlePull } from './handle-pull.ts'
import { handlePullSide } from './handle-pull-side.ts'
import { leverPull } from './lever-pull.ts'
import { pegInsertSide } from './peg-insert-side.ts'
import { pegUnplugSide } from './peg-unplug-side.ts'
import { pickOutOfHole } from './pick-out-of-hole.ts'
import { pickPlace } from './pick-place.ts'
import { pickPlaceWall } from './pick-place-wall.ts'
import { plateSlide } from './plate-slide.ts'
import { plateSlideBack } from './plate-slide-back.ts'
import { plateSlideBackSide } from './plate-slide-back-side.ts'
import { plateSlideSide } from './plate-slide-side.ts'
import { push } from './push.ts'
import { pushBack } from './push-back.ts'
import { pushWall } from './push-wall.ts'
import { reach } from './reach.ts'
import { reachWall } from './reach-wall.ts'
import { shelfPlace } from './shelf-place.ts'
import { soccer } from './soccer.ts'
import { stickPull } from './stick-pull.ts'
import { stickPush } from './stick-push.ts'
import { sweep } from './sweep.ts'
import { sweepInto } from './sweep-into.ts'
import type { Task } from './task.ts'
import { windowClose } from './window-close.ts'
import { windowOpen } from './window-open.ts'

export const metaworldTasks: readonly Task[] = [
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
]
