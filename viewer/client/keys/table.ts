// Every key of the watching page: what it does, and what the legend says. One table for both.

import { findAction, type KeyGroup, type Pressed } from './binding.ts'

/** What keys of the clock, the cameras and the page do, wherever clips are played. */
export type Action =
  | 'toggle-play'
  | 'step-back'
  | 'step-forward'
  | 'second-back'
  | 'second-forward'
  | 'to-start'
  | 'to-end'
  | 'slower'
  | 'faster'
  | 'toggle-loop'
  | 'camera-front'
  | 'camera-side'
  | 'camera-top'
  | 'camera-wrist'
  | 'toggle-link'
  | 'toggle-theme'
  | 'toggle-legend'

export const clockKeys: KeyGroup<Action> = {
  title: 'Clock',
  keys: [
    { key: ' ', label: 'Space', action: 'toggle-play', does: 'play or pause' },
    { key: 'ArrowLeft', label: '←', action: 'step-back', does: 'one frame back' },
    { key: 'ArrowRight', label: '→', action: 'step-forward', does: 'one frame on' },
    { key: 'ArrowLeft', shift: true, label: 'Shift ←', action: 'second-back', does: 'one second back' },
    { key: 'ArrowRight', shift: true, label: 'Shift →', action: 'second-forward', does: 'one second on' },
    { key: 'Home', label: 'Home', action: 'to-start', does: 'to the start' },
    { key: 'End', label: 'End', action: 'to-end', does: 'to the end' },
    { key: '[', label: '[', action: 'slower', does: 'slower' },
    { key: ']', label: ']', action: 'faster', does: 'faster' },
    { key: 'o', label: 'O', action: 'toggle-loop', does: 'loop or stop at the end' },
  ],
}

export const cameraKeys: KeyGroup<Action> = {
  title: 'Cameras',
  keys: [
    { key: '1', label: '1', action: 'camera-front', does: 'front' },
    { key: '2', label: '2', action: 'camera-side', does: 'side' },
    { key: '3', label: '3', action: 'camera-top', does: 'top' },
    { key: '4', label: '4', action: 'camera-wrist', does: 'wrist' },
    { key: 'l', label: 'L', action: 'toggle-link', does: 'link or free the cameras' },
  ],
}

export const pageKeys: KeyGroup<Action> = {
  title: 'Page',
  keys: [
    { key: 't', label: 'T', action: 'toggle-theme', does: 'light or dark' },
    { key: '?', label: '?', action: 'toggle-legend', does: 'this legend' },
  ],
}

export const keyGroups: readonly KeyGroup<Action>[] = [clockKeys, cameraKeys, pageKeys]

export function actionOf(pressed: Pressed): Action | undefined {
  return findAction(keyGroups, pressed)
}
