// The light over the table: the same ambient and diffuse shares that the headless camera uses, and soft shadows.

import { AmbientLight, DirectionalLight, Mesh, type Object3D, PlaneGeometry, ShadowMaterial } from 'three'

const ambient = 0.42
const diffuse = 0.62
const direction = [0.35, -0.45, 0.85] as const
const middle = [0, 0.5, 0] as const
/** Metres around the middle that shadows cover. */
const reach = 1.1
/** The floor of the studio lies just below the table's slab. */
const floorHeight = -0.0605

export interface Light {
  readonly objects: readonly Object3D[]
  /** One of them: nothing but the shadows that fall on it. */
  readonly floor: Object3D
  castShadows(cast: boolean): void
}

export function createLight(): Light {
  const sun = new DirectionalLight(0xffffff, diffuse * Math.PI)
  sun.position.set(middle[0] + 2 * direction[0], middle[1] + 2 * direction[1], 2 * direction[2])
  sun.target.position.set(...middle)
  sun.castShadow = true
  sun.shadow.intensity = 0.7
  sun.shadow.mapSize.set(2048, 2048)
  sun.shadow.radius = 5
  sun.shadow.bias = -0.0004
  sun.shadow.normalBias = 0.004
  const { camera } = sun.shadow
  camera.left = camera.bottom = -reach
  camera.right = camera.top = reach
  camera.near = 0.5
  camera.far = 4
  const floor = createFloor()
  return {
    objects: [new AmbientLight(0xffffff, ambient * Math.PI), sun, sun.target, floor],
    floor,
    castShadows(cast) {
      sun.castShadow = cast
    },
  }
}

/** Nothing but the shadows that fall on it: the page's own background shows through. */
function createFloor(): Mesh {
  const floor = new Mesh(new PlaneGeometry(6, 6), new ShadowMaterial({ opacity: 0.22 }))
  floor.position.set(middle[0], middle[1], floorHeight)
  floor.receiveShadow = true
  return floor
}
