// How well the turning hand grasps, holds and is shaken: its rows in the table of `sim/README.md`.
//   npx tsx tests/bench/wrist.ts [grasps] [holds]

import { CLOSE, type Move, moveAction, OPEN } from '../../envs/robomimic/expert.ts'
import { loadEngine } from '../../sim/engine.ts'
import { handBodies } from '../../sim/hand/bodies.ts'
import { TURNING_ACTION_SIZE, TurningHand } from '../../sim/hand/turning-hand.ts'
import type { Physics } from '../../sim/physics.ts'
import { table } from '../../sim/props/table.ts'
import { type RandomStream, randomStream } from '../../sim/random.ts'
import type { Body, Quat, Shape, Vec3 } from '../../sim/scene.ts'
import { inverse, minus, multiply, turned } from '../../sim/vector.ts'
import { createWorld, type World } from '../../sim/world.ts'

const START: Vec3 = [0, 0.6, 0.25]
const UP = 0.2
/** How far the hand turns about x, y or z while it holds. */
const TILTS: Readonly<Record<string, Vec3>> = {
  upright: [0, 0, 0],
  'yaw 90': [0, 0, 1],
  'pitch 45': [0, Math.tan(Math.PI / 8), 0],
  'roll 45': [Math.tan(Math.PI / 8), 0, 0],
  'roll 90': [1, 0, 0],
}

interface Bench {
  readonly world: World
  readonly hand: TurningHand
  readonly object: number
  /** How the object is turned when it lies. */
  readonly yaw: Quat
  /** A ball touches each finger in one point and may turn about it. */
  readonly round: boolean
}

function facing([x, y, z]: Vec3, before: Quat = [0, 0, 0, 1]): Quat {
  const length = Math.hypot(x, y, z, 1)
  return multiply([x / length, y / length, z / length, 1 / length], before)
}

function withObject<Result>(physics: Physics, random: RandomStream, use: (bench: Bench) => Result): Result {
  const half = random.uniform(0.015, 0.022)
  const shapes: Shape[] = [
    { kind: 'box', half: [half, half, half] },
    { kind: 'cylinder', radius: half, halfHeight: half },
    { kind: 'sphere', radius: half },
  ]
  const shape = shapes[random.integer(3)]!
  const volume = { box: 8, cylinder: 2 * Math.PI, sphere: (4 / 3) * Math.PI }[shape.kind] * half ** 3
  const yaw = facing([0, 0, random.uniform(-0.4, 0.4)])
  const body: Body = {
    name: 'object',
    kind: 'dynamic',
    position: [random.uniform(-0.1, 0.1), random.uniform(0.5, 0.7), half],
    rotation: yaw,
    geoms: [
      {
        shape,
        colour: '#ff0000',
        mass: volume * random.uniform(400, 1000),
        friction: random.uniform(0.4, 1),
        touches: 'everything',
      },
    ],
  }
  const world = createWorld(
    { bodies: [...handBodies(START), ...table().bodies, body], joints: [], markers: [] },
    { physics },
  )
  try {
    return use({
      world,
      hand: new TurningHand(world),
      object: world.index('object'),
      yaw,
      round: shape.kind === 'sphere',
    })
  } finally {
    world.dispose()
  }
}

const action = new Float32Array(TURNING_ACTION_SIZE)

function go(hand: TurningHand, move: Move, steps: number): void {
  for (let i = 0; i < steps; i++) hand.move(moveAction(move, hand, action))
}

/** Grasps with an error of aim, turned by the object's yaw plus as much again, and lifts. */
function grasp({ world, hand, object, yaw }: Bench, random: RandomStream): boolean {
  const [x, y, z] = world.position(object, [0, 0, 0])
  const at: Vec3 = [x + random.uniform(-0.004, 0.004), y + random.uniform(-0.006, 0.006), Math.max(z, 0.026)]
  const wrist = multiply(facing([0, 0, random.uniform(-0.05, 0.05)]), yaw)
  go(hand, { to: [at[0], at[1], at[2] + 0.08], facing: wrist, grip: OPEN }, 120)
  go(hand, { to: at, facing: wrist, grip: OPEN }, 60)
  go(hand, { to: at, facing: wrist, grip: CLOSE }, 40)
  go(hand, { to: [0, 0.6, UP], facing: wrist, grip: CLOSE }, 120)
  return world.position(object, [0, 0, 0])[2] > UP - 0.05
}

/** Where the object is and how it is turned, seen from the hand. */
function held({ world, hand, object }: Bench): { at: Vec3; rotation: Quat } {
  const back = inverse(hand.rotation)
  return {
    at: turned(back, minus(world.position(object, [0, 0, 0]), hand.tcp)),
    rotation: multiply(back, world.rotation(object, [0, 0, 0, 1])),
  }
}

function slipped(before: ReturnType<typeof held>, after: ReturnType<typeof held>, round: boolean): Slip {
  const [, , , w] = multiply(after.rotation, inverse(before.rotation))
  return {
    drift: 1000 * Math.hypot(...minus(after.at, before.at)),
    turn: round ? 0 : (2 * Math.acos(Math.min(1, Math.abs(w))) * 180) / Math.PI,
  }
}

function hold(bench: Bench, tilt: Vec3): Slip {
  const wrist = facing(tilt, bench.hand.rotation)
  const rest: Move = { to: [0, 0.6, UP], facing: wrist, grip: CLOSE }
  go(bench.hand, rest, 120)
  const before = held(bench)
  go(bench.hand, rest, 800)
  return slipped(before, held(bench), bench.round)
}

/** Random full actions on `axes`, changed every tenth of a second, and back. */
function shake(bench: Bench, random: RandomStream, axes: readonly number[]): Slip {
  const wrist: Quat = [...bench.hand.rotation]
  const before = held(bench)
  const wild = new Float32Array(TURNING_ACTION_SIZE)
  wild[6] = CLOSE
  for (let i = 0; i < 400; i++) {
    if (i % 8 === 0) for (const axis of axes) wild[axis] = random.integer(2) === 0 ? -1 : 1
    bench.hand.move(wild)
  }
  go(bench.hand, { to: [0, 0.6, UP], facing: wrist, grip: CLOSE }, 160)
  return slipped(before, held(bench), bench.round)
}

async function main(): Promise<void> {
  await loadEngine()
  const [grasps, holds] = [Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 24)]
  for (const physics of ['accurate', 'fast'] as const) {
    let caught = 0
    const begin = performance.now()
    for (let i = 0; i < grasps; i++) {
      const random = randomStream(i, 'grasp')
      caught += Number(withObject(physics, random, (bench) => grasp(bench, random)))
    }
    const rate = (grasps * 340) / ((performance.now() - begin) / 1000)
    say(`${physics}: grasps ${caught}/${grasps}, ${rate.toFixed(0)} control steps/s`)
    for (const [name, tilt] of Object.entries(TILTS)) {
      const kept = trials(physics, holds, `hold ${name}`, (bench) => hold(bench, tilt))
      say(`  hold ${name}: ${told(kept, 3, 5)}`)
    }
    const shakes = { travel: [0, 1, 2], turn: [3, 4, 5], yaw: [5], both: [0, 1, 2, 3, 4, 5] }
    for (const [name, axes] of Object.entries(shakes)) {
      const kept = trials(physics, holds, `shake ${name}`, (bench, random) => shake(bench, random, axes))
      say(`  shake ${name}: ${told(kept, 20, 180)}`)
    }
  }
}

type Slip = { drift: number; turn: number }

function trials(
  physics: Physics,
  count: number,
  name: string,
  use: (bench: Bench, random: RandomStream) => Slip,
): Slip[] {
  return Array.from({ length: count }, (_, i) => {
    const random = randomStream(i, name)
    return withObject(physics, random, (bench) =>
      grasp(bench, random) ? use(bench, random) : { drift: Number.POSITIVE_INFINITY, turn: 180 },
    )
  })
}

function told(slips: readonly Slip[], drift: number, turn: number): string {
  const fine = slips.filter((slip) => slip.drift < drift && slip.turn < turn)
  const mean = (of: keyof Slip) => (fine.reduce((sum, slip) => sum + slip[of], 0) / fine.length).toFixed(2)
  return `${fine.length}/${slips.length} (mean ${mean('drift')} mm, ${mean('turn')} degrees)`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
