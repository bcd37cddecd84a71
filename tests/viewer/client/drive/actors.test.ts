import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeEnv } from '../../../../envs/registry.ts'
import { personActor, policyActor } from '../../../../viewer/client/drive/actors.ts'
import { Session } from '../../../../viewer/client/drive/session.ts'

let session: Session
beforeAll(async () => {
  session = new Session(await makeEnv('reach'), 1)
})
afterAll(() => session.dispose())

/** Counts what it is asked, and answers with the count. */
function counting(numbers: number, notes: Record<string, string> = {}) {
  const seen: Float32Array[] = []
  const policy = {
    act: async (observations: Float32Array) => {
      seen.push(observations)
      return new Float32Array(numbers).fill(seen.length / 10)
    },
    dispose: async () => {},
  }
  return { seen, actor: policyActor({ policy, notes }, 'mine') }
}

test('a policy decides as often as it was trained to, and a reset makes it decide anew', async () => {
  const { seen, actor } = counting(4, { actionRepeat: '3' })
  const taken = []
  for (let step = 0; step < 4; step++) taken.push((await actor.act(session))[0])
  expect(taken.map((value) => Math.round(value! * 10))).toEqual([1, 1, 1, 2])
  actor.begin()
  await actor.act(session)
  expect(seen).toHaveLength(3)
})

test("it is given the task's own observation, in a copy, and its action is kept within the space", async () => {
  const { seen, actor } = counting(4)
  expect([...(await actor.act(session))]).toEqual([...new Float32Array(4).fill(0.1)])
  expect(seen[0]).toEqual(session.observation)
  expect(seen[0]).not.toBe(session.observation)
  for (let step = 0; step < 14; step++) await actor.act(session)
  expect([...(await actor.act(session))]).toEqual([1, 1, 1, 1])
})

test('a policy of another task is refused by what it gave', async () => {
  await expect(counting(3).actor.act(session)).rejects.toThrow(
    'the policy gave 3 numbers for an action, the task expects 4',
  )
})

test('a person moves and grips, and a wrist that can turn is not turned', async () => {
  const person = personActor(() => Float32Array.of(0.1, 0.2, 0.3, -1))
  expect([...(await person.act(session))]).toEqual([...Float32Array.of(0.1, 0.2, 0.3, -1)])
  const turning = new Session(await makeEnv('lift', { actionRepeat: 1 }), 1)
  const action = await person.act(turning)
  expect([...action]).toEqual([...Float32Array.of(0.1, 0.2, 0.3, 0, 0, 0, -1)])
  turning.step(action, person.name)
  expect(turning.attempt.seconds).toBeCloseTo(1 / 80, 9)
  turning.dispose()
})
