import { expect, test } from 'vitest'
import { robots } from '../../../../sim/arm/robots.ts'
import { withArm } from '../../../../viewer/client/stage/arm-track.ts'
import { clipOf } from '../../../support/clip-frames.ts'

test('the arm follows the recorded bodies and leaves their poses alone', () => {
  const clip = clipOf({ id: 'c' })
  const drawn = withArm(clip)
  const bodies = clip.scene.bodies.length + robots.panda.bodies.length
  expect(drawn.scene.bodies.map((body) => body.name)).toEqual([
    'table',
    'palm',
    ...robots.panda.bodies.map((body) => body.name),
  ])
  expect(drawn.poses).toHaveLength(clip.frames * bodies * 7)
  for (let frame = 0; frame < clip.frames; frame++) {
    const at = frame * bodies * 7
    expect(drawn.poses.slice(at, at + 14)).toEqual(clip.poses.slice(frame * 14, frame * 14 + 14))
  }
})

test('each robot brings its own links, and the recorded bodies lie the same', () => {
  const clip = clipOf({ id: 'c' })
  const [panda, sawyer] = [withArm(clip), withArm({ ...clip, robot: 'sawyer' })]
  expect(sawyer.scene.bodies.slice(2)).toEqual(robots.sawyer.bodies)
  expect(panda.scene.bodies.slice(2)).toEqual(robots.panda.bodies)
  expect(sawyer.poses.slice(0, 14)).toEqual(panda.poses.slice(0, 14))
  expect(sawyer.poses.slice(14)).not.toEqual(panda.poses.slice(14))
})

test('the flange stays above the palm in every frame', () => {
  const clip = clipOf({ id: 'c' })
  const { poses, scene, frames, palm } = withArm(clip)
  const stride = scene.bodies.length * 7
  for (let frame = 0; frame < frames; frame++) {
    const [x, y] = poses.slice(frame * stride + palm * 7, frame * stride + palm * 7 + 3)
    const [flangeX, flangeY] = poses.slice((frame + 1) * stride - 7, (frame + 1) * stride - 4)
    expect(Math.hypot(x! - flangeX!, y! - flangeY!)).toBeLessThan(0.002)
  }
})

test('a scene without a hand gets no arm', () => {
  const clip = clipOf({ id: 'c' })
  const handless = {
    ...clip,
    scene: { ...clip.scene, bodies: clip.scene.bodies.map((body) => ({ ...body, name: `${body.name}-x` })) },
  }
  expect(withArm(handless)).toMatchObject({ scene: handless.scene, poses: clip.poses, palm: -1 })
})
