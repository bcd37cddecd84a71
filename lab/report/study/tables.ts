// A study's tables: in the page, and as CSV and LaTeX beside it.

import type { Interval } from '../../statistics/wilson.ts'
import { percent, shortCount, trim } from '../numbers.ts'
import type { Table } from '../table/table.ts'
import { LEARNED } from './arrivals.ts'
import type { Results } from './results.ts'
import { medianOf } from './study.ts'

const plain = (value: number) => trim(value, 2)
const signed = (value: number) => `${value > 0 ? '+' : ''}${percent(value)}`
const pValue = (value: number) => (value < 0.001 ? '< 0.001' : trim(value, 3))

/** Conditions over all tasks that they share. */
export function aggregateTable({ comparison, shared, repeated }: Results): Table {
  const estimates = { format: percent, estimates: true }
  return {
    name: 'results',
    title: `Success over ${counted(shared.tasks.length, 'task')}, with 95% intervals`,
    columns: [
      { title: 'condition' },
      { title: 'interquartile mean', ...estimates },
      { title: 'mean', ...estimates },
      { title: 'median of tasks', ...estimates },
      { title: 'optimality gap', ...estimates },
      { title: 'runs' },
    ],
    rows: [...comparison.algorithms].map(([condition, found]) => {
      const told = (value: number, interval: Interval) => ({
        value,
        interval: repeated.includes(condition) ? interval : undefined,
      })
      return [
        condition,
        told(found.iqm, found.iqmInterval),
        told(found.mean, found.meanInterval),
        told(found.median, found.medianInterval),
        told(found.optimalityGap, found.optimalityGapInterval),
        found.scores,
      ]
    }),
  }
}

export function taskTable({ cells }: Results): Table {
  return {
    name: 'tasks',
    title: 'Success task by task',
    columns: [
      { title: 'task' },
      { title: 'condition' },
      { title: 'success', format: percent, estimates: true },
      { title: 'seeds' },
      { title: 'labels', format: shortCount },
      { title: 'steps', format: shortCount },
      { title: 'minutes', format: (minutes) => trim(minutes, 1) },
    ],
    rows: [...cells]
      .sort((a, b) => (a.task < b.task ? -1 : a.task > b.task ? 1 : 0))
      .map(({ task, condition, success, interval, runs }) => [
        ...[task, condition],
        { value: success, interval },
        runs.length,
        ...(['labels', 'steps', 'minutes'] as const).map((key) => medianOf(runs, key)),
      ]),
  }
}

export function differenceTable({ differences, comparison, repeated }: Results): Table {
  return {
    name: 'differences',
    title: 'Every two conditions against each other',
    columns: [
      { title: 'first' },
      { title: 'second' },
      { title: 'difference', format: signed, estimates: true },
      { title: 'probability that the first is better', format: plain, estimates: true },
      { title: 'pairs of seeds that differ' },
      { title: 'p', format: pValue },
    ],
    rows: differences.map(({ first, second, difference, interval, pairs, p }) => {
      const improvement = comparison.improvements.get(first)!.get(second)!
      const both = repeated.includes(first) && repeated.includes(second)
      return [
        ...[first, second],
        { value: difference, interval: both ? interval : undefined },
        { value: improvement.probability, interval: both ? improvement.interval : undefined },
        pairs,
        p,
      ]
    }),
  }
}

export function arrivalTable({ arrivals }: Results): Table {
  const column = (title: string) => ({ title, format: shortCount, estimates: true })
  return {
    name: 'time-to-learn',
    title: `Until ${percent(LEARNED)} success was first seen`,
    columns: [
      { title: 'condition' },
      { title: 'runs that got there' },
      { title: 'runs' },
      column('median of steps'),
      column('median of labels'),
    ],
    rows: arrivals.map(({ condition, steps, labels }) => [
      condition,
      steps.reached,
      steps.runs,
      { value: steps.median, interval: steps.runs > 1 ? steps.interval : undefined },
      { value: labels.median, interval: labels.runs > 1 ? labels.interval : undefined },
    ]),
  }
}

export function labelTable({ labels }: Results): Table {
  return {
    name: 'labels',
    title: 'Answers, of all runs together, and what the reward model made of them (medians over runs)',
    columns: [
      { title: 'condition' },
      { title: 'answered by' },
      { title: 'answers' },
      { title: 'equal', format: percent },
      { title: 'skipped', format: percent },
      { title: 'held-out answers predicted', format: percent },
      { title: 'rank correlation with the true reward', format: plain },
    ],
    rows: labels.map(({ condition, by, answers, equal, skipped, heldOutAccuracy, rankCorrelation }) => [
      ...[condition, by.join(', '), answers, equal / answers, skipped / answers],
      ...[heldOutAccuracy, rankCorrelation],
    ]),
  }
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
