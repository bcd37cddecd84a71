import { expect, test } from 'vitest'
import { createHistory, type Past } from '../../../../viewer/client/label/history.ts'
import { notebook } from '../../../support/notebook.ts'

function past(id: string): Past {
  const question = { id: `q-${id}`, task: 't', clips: [], fair: true }
  const message = {
    type: 'label-answer',
    id,
    question: question.id,
    answer: 'first',
    shown: [0, 1],
    milliseconds: 1,
  } as const
  return { question, message: { ...message, shown: [0, 1] } }
}

test('the newest goes out first, also after a reload', () => {
  const tab = notebook()
  const history = createHistory(tab)
  for (const id of ['a', 'b', 'c']) history.add(past(id))
  expect(history.pop()).toEqual(past('c'))
  const again = createHistory(tab)
  expect(again.last.now).toEqual(past('b'))
  again.remove('b')
  expect(again.pop()).toEqual(past('a'))
  expect(again.pop()).toBeUndefined()
})

test('it stays short, and a full tab or a broken entry is no error', () => {
  const tab = notebook()
  const history = createHistory(tab)
  for (let i = 0; i < 50; i++) history.add(past(String(i)))
  expect(JSON.parse(tab.getItem('rapref-history') ?? '')).toHaveLength(20)
  tab.fill()
  history.add(past('last'))
  expect(history.last.now).toEqual(past('last'))
  expect(createHistory(notebook({ 'rapref-history': '{"' })).last.now).toBeUndefined()
})
