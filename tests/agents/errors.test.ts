import { expect, test } from 'vitest'
import { LossError } from '../../agents/errors.ts'

test('a loss that is no number names learner, loss, value and update, and what to look for', () => {
  const error = new LossError({ learner: 'td3', loss: 'critic/loss', value: Number.POSITIVE_INFINITY, update: 12 })
  expect(error.name).toBe('LossError')
  expect(error.message).toBe(
    'td3: critic/loss is Infinity at update 12; expected a finite number. ' +
      'Look for such numbers among observations and rewards, or try a smaller learning rate',
  )
})
