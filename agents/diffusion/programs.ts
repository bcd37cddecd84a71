// The diffusion policy as pure functions: one update of the denoiser and its average, and acting by the average.

import * as tf from '@tensorflow/tfjs'
import { type ActingPrograms, actingPrograms } from '../acting.ts'
import type { RandomStream } from '../contract.ts'
import { drawNormal, type ExploreProgram } from '../learner-shell.ts'
import { initialNormaliser, normalise, normaliserState } from '../normaliser.ts'
import { adam, adamShapes, initialAdam } from '../tensor/adam.ts'
import { lossAndGradient } from '../tensor/gradient.ts'
import type { Program } from '../tensor/program.ts'
import { addNoise, denoisingLoss } from './losses.ts'
import type { DiffusionNetworks } from './networks.ts'
import { sampleByDdim } from './sampling.ts'
import type { DiffusionSettings } from './settings.ts'

function stateShapes({ layout, sizes }: DiffusionNetworks) {
  const { observationMean, observationVariance } = normaliserState(sizes.observation)
  return { ...adamShapes(layout.size), average: [layout.size], observationMean, observationVariance }
}

/**
 * State vectors: `parameters` = denoiser; Adam's moments and the average alike; statistics of the data set; and
 * `exploitNoise`, what actions without noise start from: drawn once, because zeros lie in the middle between two
 * ways of doing something, where no one ever acts.
 */
export function initialState(networks: DiffusionNetworks, random: RandomStream) {
  const values = networks.layout.initialise(random)
  const exploitNoise = new Float32Array(networks.chunkSize)
  drawNormal(exploitNoise, random)
  return {
    ...initialAdam(values),
    average: { shape: [values.length], values },
    exploitNoise: { shape: [networks.chunkSize], values: exploitNoise },
    ...initialNormaliser(networks.sizes.observation),
  }
}

function updateInputs({ sizes, chunkSize }: DiffusionNetworks, batch: number) {
  return {
    observations: [batch, sizes.observation],
    actions: [batch, chunkSize],
    noise: [batch, chunkSize],
    moments: [batch],
  }
}

/** One gradient step of the denoiser, each row at a step of the schedule of its own. `moments`: uniform in [0, 1). */
export function updateProgram(
  networks: DiffusionNetworks,
  settings: DiffusionSettings,
): Program<ReturnType<typeof updateInputs>, ReturnType<typeof stateShapes>> {
  const { kept, embeddings, denoise } = networks
  const { batch, noiseSteps, embedding, learningRate, observationLimit } = settings
  return {
    name: 'diffusion/update',
    inputs: updateInputs(networks, batch),
    state: stateShapes(networks),
    define({ observations, actions, noise, moments }, state) {
      const step = tf.cast(tf.floor(tf.mul(moments, noiseSteps)), 'int32')
      const keptOfRows = tf.gather(tf.tensor2d(Float32Array.from(kept), [noiseSteps, 1]), step)
      const inputs = {
        noisy: addNoise(actions, noise, keptOfRows),
        embedded: tf.gather(tf.tensor2d(embeddings, [noiseSteps, embedding]), step),
        observations: normalise(observations, state, observationLimit),
      }
      const { gradient, loss } = lossAndGradient(state.parameters, (vector) => ({
        loss: denoisingLoss(denoise(vector, inputs), noise),
        report: {},
      }))
      const stepped = adam(state, gradient, { learningRate })
      const keep = averagingAt(stepped.step, settings.averaging)
      const average = tf.add(tf.mul(state.average, keep), tf.mul(stepped.parameters, tf.sub(1, keep)))
      return { outputs: { 'denoiser/loss': loss }, state: { ...stepped, average } }
    },
  }
}

/**
 *   min(most, 1 - (1 + step)^(-3/4))
 *
 * The average forgets its start before it becomes slow.
 *
 * @source Chi et al. 2023, in the authors' code
 */
function averagingAt(step: tf.Tensor, most: number): tf.Tensor {
  return tf.minimum(most, tf.sub(1, tf.exp(tf.mul(tf.log(tf.add(step, 1)), -0.75))))
}

function actingShapes(networks: DiffusionNetworks) {
  const { average, observationMean, observationVariance } = stateShapes(networks)
  return { average, observationMean, observationVariance }
}

/** First actions of chunks: from the noise handed in, or all from the same. */
export function acting(networks: DiffusionNetworks, settings: DiffusionSettings): ActingPrograms {
  const first = (given: Given) => firstAction(networks, chunksOf(networks, settings, given))
  return actingPrograms({
    id: 'diffusion',
    observation: networks.sizes.observation,
    noise: networks.chunkSize,
    state: { ...actingShapes(networks), exploitNoise: [networks.chunkSize] },
    explore: (observation, noise, state) => first({ state, observation, noise }),
    exploit(observation, state) {
      const noise = repeated(tf.reshape(state.exploitNoise!, [1, networks.chunkSize]), observation)
      return first({ state, observation, noise })
    },
  })
}

/** Whole chunks for `count` observations, sampled with the noise handed in. */
export function sampleProgram(networks: DiffusionNetworks, settings: DiffusionSettings, count: number) {
  return {
    name: 'diffusion/sample',
    inputs: { observation: [count, networks.sizes.observation], noise: [count, networks.chunkSize] },
    state: actingShapes(networks),
    define: ({ observation, noise }, state) => ({
      outputs: { chunks: chunksOf(networks, settings, { state, observation, noise }) },
    }),
  } satisfies ExploreProgram
}

interface Given {
  readonly state: Readonly<Record<string, tf.Tensor>>
  readonly observation: tf.Tensor
  readonly noise: tf.Tensor
}

/** @returns [count, chunk] */
function chunksOf(networks: DiffusionNetworks, settings: DiffusionSettings, { state, observation, noise }: Given) {
  const { kept, sampleSteps: steps, embeddings, denoise } = networks
  const { embedding, observationLimit } = settings
  const observations = normalise(observation, state, observationLimit)
  const denoiser = (noisy: tf.Tensor, step: number) => {
    const row = tf.tensor2d(embeddings.slice(step * embedding, (step + 1) * embedding), [1, embedding])
    return denoise(state.average!, { noisy, embedded: repeated(row, observations), observations })
  }
  return sampleByDdim(noise, { denoiser, kept, steps })
}

/**
 * A row for each observation. The product with zeros has as many rows as there are observations without naming their
 * number: a policy file is for any number of them.
 */
function repeated(row: tf.Tensor, observations: tf.Tensor): tf.Tensor {
  return tf.add(row, tf.matMul(observations as tf.Tensor2D, tf.zeros([observations.shape[1]!, 1])))
}

/** @param chunks [count, chunk]; @returns [count, action] */
function firstAction({ sizes, chunkSize }: DiffusionNetworks, chunks: tf.Tensor): tf.Tensor {
  return chunkSize === sizes.action ? chunks : tf.split(chunks, [sizes.action, chunkSize - sizes.action], 1)[0]!
}
