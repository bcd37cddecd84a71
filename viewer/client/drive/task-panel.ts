// The card that says which task is driven, from which start, and who acts.

import { element, fill, setAttributes, setText } from '../dom/element.ts'

/** `policy` is the one that was opened last. */
export type ActorKind = 'person' | 'expert' | 'policy'

export interface TaskPanel {
  readonly root: HTMLElement
  showTasks(ids: readonly string[], chosen: string): void
  showSeed(seed: number): void
  showActor(kind: ActorKind): void
  /** @param name undefined while none is open */
  showPolicy(name: string | undefined): void
  showRuns(runs: readonly string[]): void
}

interface TaskPanelOptions {
  readonly chooseTask: (task: string) => void
  readonly chooseSeed: (seed: number) => void
  readonly anotherSeed: () => void
  readonly chooseActor: (kind: ActorKind) => void
  readonly choosePolicyOf: (run: string) => void
  /** Asks for a policy's file. */
  readonly opener: HTMLElement
}

const actorLabels: Readonly<Record<ActorKind, string>> = { person: 'You', expert: 'Scripted expert', policy: 'Policy' }

export function createTaskPanel(options: TaskPanelOptions): TaskPanel {
  const task = element('select', { 'aria-label': 'Task' })
  const seed = element('input', { type: 'number', min: 0, max: 2 ** 40, step: 1, value: 0, 'aria-label': 'Seed' })
  const another = element('button', { type: 'button', class: 'text-button framed' }, 'Another start')
  const actor = element('select', { 'aria-label': 'Who acts' })
  const runs = element('select', { 'aria-label': 'Policy of a run' })
  const runsLabel = labelled('Policy of a run', runs)
  const policy = element('p', { class: 'export-note' })
  let policyOpen = false
  task.addEventListener('change', () => options.chooseTask(task.value))
  seed.addEventListener('change', () => options.chooseSeed(Math.max(0, Math.floor(Number(seed.value)) || 0)))
  another.addEventListener('click', options.anotherSeed)
  actor.addEventListener('change', () => options.chooseActor(actor.value as ActorKind))
  runs.addEventListener('change', () => options.choosePolicyOf(runs.value))
  setAttributes(runsLabel, { hidden: true })
  drawActors()

  function drawActors(): void {
    const kinds = (Object.keys(actorLabels) as ActorKind[]).filter((kind) => kind !== 'policy' || policyOpen)
    const chosen = actor.value
    fill(
      actor,
      kinds.map((kind) => element('option', { value: kind }, actorLabels[kind])),
    )
    actor.value = chosen || 'person'
  }

  return {
    root: element(
      'section',
      { class: 'card export', 'aria-label': 'Task' },
      element('h2', {}, 'Task'),
      labelled('Task', task),
      element('div', { class: 'row' }, labelled('Seed of the start', seed), another),
      labelled('Who acts', actor),
      runsLabel,
      element('div', { class: 'row' }, options.opener),
      policy,
    ),
    showTasks(ids, chosen) {
      fill(
        task,
        ids.map((id) => element('option', { value: id }, id)),
      )
      task.value = chosen
    },
    showSeed(next) {
      seed.value = String(next)
    },
    showActor(kind) {
      actor.value = kind
    },
    showPolicy(name) {
      policyOpen = name !== undefined
      setText(policy, name === undefined ? 'A policy.onnx can also be dropped on the page.' : `Open: ${name}`)
      drawActors()
    },
    showRuns(ids) {
      setAttributes(runsLabel, { hidden: ids.length === 0 })
      const chosen = runs.value
      fill(runs, [element('option', { value: '' }, 'none'), ...ids.map((id) => element('option', { value: id }, id))])
      runs.value = ids.includes(chosen) ? chosen : ''
    },
  }
}

function labelled(label: string, control: HTMLElement): HTMLElement {
  return element('label', { class: 'labelled' }, element('span', {}, label), control)
}
