import { expect, test } from 'vitest'
import { type ClockState, restingClock } from '../../../../viewer/client/clock/clock.ts'
import { performer } from '../../../../viewer/client/keys/actions.ts'
import { type Action, keyGroups } from '../../../../viewer/client/keys/table.ts'

const clock: ClockState = { ...restingClock, duration: 5, interval: 0.1, time: 2 }

/** What an action leads to, as a change of the clock or as a word. */
function outcomeOf(action: Action): Partial<ClockState> | string {
  let outcome: Partial<ClockState> | string = 'nothing'
  const perform = performer({
    changeClock: (change) => {
      outcome = change(clock)
    },
    goTo: (preset) => {
      outcome = preset
    },
    toggleLink: () => {
      outcome = 'link'
    },
    toggleTheme: () => {
      outcome = 'theme'
    },
    toggleLegend: () => {
      outcome = 'legend'
    },
  })
  perform(action)
  return outcome
}

test.each<[Action, Partial<ClockState> | string]>([
  ['toggle-play', { playing: true }],
  ['step-back', { time: expect.closeTo(1.9, 9) }],
  ['step-forward', { time: expect.closeTo(2.1, 9) }],
  ['second-back', { time: 1 }],
  ['second-forward', { time: 3 }],
  ['to-start', { time: 0 }],
  ['to-end', { time: 5 }],
  ['slower', { speed: 0.5 }],
  ['faster', { speed: 2 }],
  ['toggle-loop', { loop: false }],
  ['camera-front', 'front'],
  ['camera-side', 'side'],
  ['camera-top', 'top'],
  ['camera-wrist', 'wrist'],
  ['toggle-link', 'link'],
  ['toggle-theme', 'theme'],
  ['toggle-legend', 'legend'],
])('%s does what it says', (action, expected) => {
  const outcome = outcomeOf(action)
  if (typeof expected === 'string') expect(outcome).toBe(expected)
  else expect(outcome).toMatchObject(expected)
})

test('no key of the table leads to nothing', () => {
  for (const { action } of keyGroups.flatMap((group) => group.keys)) expect(outcomeOf(action)).not.toBe('nothing')
})
