// Whether two bodies touch, as of the last step.

import type { World as RapierWorld, RigidBody } from '@dimforge/rapier3d'

/** True when a contact point of any pair of their colliders lies on or below the surface. */
export function touching(rapier: RapierWorld, first: RigidBody, second: RigidBody): boolean {
  for (let i = 0; i < first.numColliders(); i++) {
    for (let j = 0; j < second.numColliders(); j++) {
      let touches = false
      rapier.contactPair(first.collider(i), second.collider(j), (manifold) => {
        for (let k = 0; k < manifold.numContacts(); k++) touches ||= manifold.contactDist(k) <= 0
      })
      if (touches) return true
    }
  }
  return false
}
