// A step of fitting for reward models that learn from more than whole answered segments: crops of them, pairs without an
// answer, a step size that grows.

import * as tf from '@tensorflow/tfjs'
import { adam } from '../../agents/tensor/adam.ts'
import { lossAndGradient } from '../../agents/tensor/gradient.ts'
import type { Program, Shapes } from '../../agents/tensor/program.ts'
import { type CropPlan, cropPlan } from '../augment/crops.ts'
import { pseudoLabelLoss } from '../augment/pseudo-labels.ts'
import { preferenceLoss } from '../losses/preference-loss.ts'
import { type EnsembleNetwork, ensembleState } from './ensemble-programs.ts'
import type { EnsembleSettings } from './ensemble-settings.ts'

/** Without crops, the one crop of a pair is all of it. */
const whole = { window: 0, shortest: 1, longest: 1, copies: 1 }

export function planOf(segment: number, { crops = whole }: EnsembleSettings): CropPlan {
  return cropPlan(segment, crops)
}

/** Pairs without an answer in an update. */
export function unlabelledBatch({ batch, pseudoLabels }: EnsembleSettings): number {
  return pseudoLabels ? batch * pseudoLabels.batchRatio : 0
}

function augmentedInputs({ sizes, settings }: EnsembleNetwork) {
  const { copies, stored } = planOf(sizes.length, settings)
  const { batch } = settings
  const others = unlabelledBatch(settings)
  const ofUnlabelled = {
    /** Of pairs without an answer: rows, crops as signs, and 1 or 0 where there are none yet. */
    otherRows: [others * 2 * stored, sizes.input],
    otherSigns: [copies, others, 2 * stored],
    others: [1],
  }
  return {
    /** First segment, then second, of each pair, as stored. */
    rows: [batch * 2 * stored, sizes.input],
    /** 1 first preferred, 0 second, 0.5 equal. */
    labels: [batch],
    /** 1 for a pair, 0 for padding. */
    weights: [batch],
    /** Crops, as drawCrops has them. */
    signs: [copies, batch, 2 * stored],
    learningRate: [1],
    ...(others > 0 ? ofUnlabelled : {}),
  }
}

/**
 *   L = sum over members of [ weighted mean over pairs and copies of the preference loss of crops + penalty * mean z^2
 *                             + mean over pairs without an answer of the pseudo-label loss ]
 *
 * Outputs: `logOdds` [members, batch] that the first is preferred, of the whole segments and before the step.
 */
export function augmentedFitProgram(network: EnsembleNetwork): Program<Shapes, ReturnType<typeof ensembleState>> {
  const { sizes, settings } = network
  const { members, batch, pseudoLabels, outputPenalty } = settings
  const plan = planOf(sizes.length, settings)
  const others = unlabelledBatch(settings)
  return {
    name: 'reward-ensemble/augmented-fit',
    inputs: augmentedInputs(network),
    state: ensembleState(network),
    define(inputs, state) {
      const shares = tf.div(inputs.weights!, tf.sum(inputs.weights!))
      const evaluate = (parameters: tf.Tensor, rows: tf.Tensor, pairs: number) =>
        tf.reshape(network.forward({ ...state, parameters }, rows), [members, pairs, 2, plan.stored])
      // Outside of the gradient: what the model believes is an answer to learn from, not a thing to change.
      const believed = others > 0 && wholeLogOdds(tf.tanh(evaluate(state.parameters, inputs.otherRows!, others)), plan)

      const { gradient, report } = lossAndGradient(state.parameters, (parameters) => {
        const z = evaluate(parameters, inputs.rows!, batch)
        const rewards = tf.tanh(z)
        const loss = tf.mean(preferenceLoss(cropLogOdds(rewards, inputs.signs!), inputs.labels!, settings.loss), 1)
        const penalty = tf.mul(tf.mean(tf.square(z), [2, 3]), outputPenalty)
        const answered = tf.sum(tf.mul(tf.add(loss, penalty), shares))
        const logOdds = wholeLogOdds(rewards, plan)
        if (!believed || !pseudoLabels) return { loss: answered, report: { logOdds } }

        const crops = cropLogOdds(tf.tanh(evaluate(parameters, inputs.otherRows!, others)), inputs.otherSigns!)
        const own = pseudoLabelLoss(tf.expandDims(believed, 1), crops, pseudoLabels.threshold)
        const unanswered = tf.mul(tf.sum(tf.mean(own, [1, 2])), tf.reshape(inputs.others!, []))
        return { loss: tf.add(answered, unanswered), report: { logOdds } }
      })
      return {
        outputs: { logOdds: report.logOdds! },
        state: { ...adam(state, gradient, { learningRate: tf.reshape(inputs.learningRate!, []) }) },
      }
    },
  }
}

/** @param rewards [members, pairs, 2, stored]; @returns of the segments that were judged, [members, pairs] */
function wholeLogOdds(rewards: tf.Tensor, { core, margin }: CropPlan): tf.Tensor {
  const [members, pairs] = rewards.shape as [number, number]
  const returns = tf.sum(tf.slice(rewards, [0, 0, 0, margin], [members, pairs, 2, core]), 3)
  const [first, second] = tf.unstack(returns, 2) as [tf.Tensor, tf.Tensor]
  return tf.sub(first, second)
}

/** @param signs [copies, pairs, 2 stored]; @returns [members, copies, pairs] */
function cropLogOdds(rewards: tf.Tensor, signs: tf.Tensor): tf.Tensor {
  const [members, pairs] = rewards.shape as [number, number]
  return tf.sum(tf.mul(tf.reshape(rewards, [members, 1, pairs, -1]), signs), 3)
}
