// The moves that a method makes, on a laboratory.

import { InterruptedError } from '../errors/interrupted-error.ts'
import type { OnlineMoves, PreferenceMoves } from '../method.ts'
import type { RunFolder } from '../run/run-folder.ts'
import { ask } from './ask.ts'
import { saveCheckpoint } from './checkpoint.ts'
import { evaluationDue, isExploring, isFinished, isPretraining, sessionDue } from './counters.ts'
import { fitReward } from './fit-reward.ts'
import { gather } from './gather.ts'
import type { Judge } from './judge.ts'
import { hasPreferences, type Laboratory, type PreferenceLaboratory } from './laboratory.ts'
import { writePolicy } from './policy-file.ts'
import { gatherForEntropy } from './pretraining.ts'
import { relabelFaded, relabelMemory } from './relabel-memory.ts'
import { keepUnlabelled } from './unlabelled.ts'

export interface MovesOptions {
  readonly run: RunFolder
  readonly lab: Laboratory
  readonly judge: Judge
  readonly signal: AbortSignal
}

export function onlineMoves({ run, lab, judge, signal }: MovesOptions): OnlineMoves {
  const { config, counters, monitor } = lab
  let savedAt = monitor.seconds()

  const save = async () => {
    await saveCheckpoint(run, lab, judge)
    savedAt = monitor.seconds()
  }

  return {
    async goOn() {
      const over = isFinished(counters, config) || monitor.seconds() >= config.minutes * 60
      if (signal.aborted && !over) {
        await save()
        throw new InterruptedError(run.path, counters.steps)
      }
      if (!over && monitor.seconds() - savedAt >= config.checkpoint.every) await save()
      return !over
    },
    exploring: () => isExploring(counters, config),
    evaluationDue: () => evaluationDue(counters, config),

    async gatherRandom() {
      monitor.phase('exploring')
      await gather(lab, 'random')
    },
    async gatherAndLearn() {
      monitor.phase('learning')
      if (hasPreferences(lab)) await relabelFaded(lab)
      await gather(lab, 'policy', {})
    },

    async evaluate() {
      monitor.phase('evaluating')
      const { score, kept } = await judge.onTheWay(lab)
      if (kept) await writePolicy(run, judge.best!)
      monitor.evaluated(counters, score)
      if (hasPreferences(lab)) await monitor.correlate(counters, lab.preferences.reward, lab.preferences.rowSizes)
      await monitor.clip(`${counters.steps}`, `${shortSteps(counters.steps)} steps`, counters, await judge.film(lab))
    },
  }
}

export function preferenceMoves(options: MovesOptions & { readonly lab: PreferenceLaboratory }): PreferenceMoves {
  const { lab } = options
  const { config, counters, monitor } = lab
  return {
    ...onlineMoves(options),
    pretraining: () => isPretraining(counters, config),
    sessionDue: () => sessionDue(counters, config),

    async gatherForEntropy() {
      monitor.phase('pretraining')
      await gatherForEntropy(lab)
    },

    async gatherBranching() {
      if (config.session.branching > 0 && counters.sessions > 0) await gather(lab, 'branching', {})
    },
    async showExpert() {
      const wanted = config.demonstration.rounds * config.worlds
      while (counters.demonstrations < wanted) await gather(lab, 'expert')
    },

    async ask() {
      monitor.phase('asking')
      const asked = counters.questions
      await ask(lab)
      keepUnlabelled(lab, counters.questions - asked)
    },
    async fitReward() {
      monitor.phase('fitting the reward')
      await fitReward(lab)
    },
    relabel: () => relabelMemory(lab),

    async restartCritic() {
      if (counters.sessions !== 1 || config.pretraining.steps === 0) return
      if (!lab.design.warmStart) lab.practice.learner.forgetValues?.()
      await lab.practice.practise?.(config.pretraining.criticUpdates)
    },
  }
}

/** 12345 -> 12k */
function shortSteps(steps: number): string {
  if (steps < 1000) return `${steps}`
  return steps < 1e6 ? `${Math.round(steps / 1000)}k` : `${(steps / 1e6).toFixed(2)}M`
}
