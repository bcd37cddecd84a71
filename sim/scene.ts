// A scene as plain data: one description for physics, camera and page. Metres, kilograms, radians, newtons; z up;
// quaternions x, y, z, w. Nothing here computes or draws.

export type Vec3 = readonly [x: number, y: number, z: number]
export type Quat = readonly [x: number, y: number, z: number, w: number]
/** sRGB colour as `#rrggbb`. */
export type Colour = `#${string}`

export type Shape =
  | { readonly kind: 'box'; readonly half: Vec3 }
  /** Axis along the geom's own z. */
  | { readonly kind: 'cylinder'; readonly radius: number; readonly halfHeight: number }
  | { readonly kind: 'sphere'; readonly radius: number }

/**
 * Who a geom collides with. `everything` is a free or fixed object, `mechanism` a link of an articulated prop (links do
 * not touch each other), `hand` a part of the hand (parts do not touch each other), `nothing` is drawn only.
 */
export type Touches = 'everything' | 'mechanism' | 'hand' | 'nothing'

export interface Geom {
  readonly shape: Shape
  /** Pose in the body's frame; origin and identity by default. */
  readonly position?: Vec3
  readonly rotation?: Quat
  readonly colour: Colour
  readonly mass?: number
  readonly friction?: number
  readonly touches: Touches
  /** Simulated but not drawn, such as the walls of the room. */
  readonly hidden?: boolean
}

export interface Body {
  readonly name: string
  readonly kind: 'fixed' | 'dynamic' | 'kinematic'
  readonly position: Vec3
  readonly rotation?: Quat
  readonly lockRotation?: boolean
  /**
   * Moves in x and y only and slows down by `damping` 1/s, as on damped rails; turns about the vertical where told, else
   * not at all.
   */
  readonly planar?: { readonly damping: number; readonly turns?: boolean }
  /**
   * Moves in x and z only and turns about y only: a creature seen from the side. Of bodies joined by hinges about y, only
   * one: a joint between two locked bodies jams.
   */
  readonly sagittal?: boolean
  /** 1 by default; 0 for parts carried by motors. */
  readonly gravityScale?: number
  /** Slows turning down, 1/s; stands in for the rolling resistance that the engine lacks. 0 by default. */
  readonly spinDamping?: number
  readonly geoms: readonly Geom[]
}

export type Drive =
  /** Viscous friction, N s/m or N m s/rad. */
  | { readonly kind: 'damping'; readonly damping: number }
  /** Return spring towards `rest`, N/m (N m/rad) and N s/m. */
  | { readonly kind: 'spring'; readonly stiffness: number; readonly damping: number; readonly rest: number }

export interface Joint {
  readonly name: string
  readonly kind: 'slide' | 'hinge'
  readonly parent: string
  readonly child: string
  /** Anchor in the parent's and the child's frame. */
  readonly anchor: { readonly parent: Vec3; readonly child: Vec3 }
  readonly axis: Vec3
  readonly limits?: readonly [low: number, high: number]
  readonly drive: Drive
}

/** A place shown but not simulated, such as the goal. */
export interface Marker {
  readonly name: string
  readonly position: Vec3
  readonly radius: number
  readonly colour: Colour
}

export interface Scene {
  readonly bodies: readonly Body[]
  readonly joints: readonly Joint[]
  readonly markers: readonly Marker[]
  /** Physics steps in one control step, where the usual two and one are not enough. */
  readonly substeps?: { readonly accurate: number; readonly fast: number }
  /** Metres a second; what moves faster was thrown by a jam, and is put back. 5 by default, five times what the hand can do. */
  readonly fastest?: number
  /** How to look at a scene that is not a table with a robot behind it. */
  readonly stage?: Stage
}

export interface Stage {
  /** The body that cameras go along with, in x and y. */
  readonly follow?: string
  /** What is looked at, in the room, before anything has moved. */
  readonly centre: Vec3
  /** How many times farther away cameras stand than from the table. */
  readonly distance: number
}
