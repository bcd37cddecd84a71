// Asks a labelling page in the browser about itself, and measures it there.

import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import type { LabelHook } from '../../viewer/client/label/hook-contract.ts'

/** For what takes an instant, on a machine of any speed. */
export const patience = { timeout: 60_000, interval: 50 }

/** Calls one function of the page's hook. */
export function askLabel<Name extends keyof LabelHook>(
  page: Page,
  name: Name,
  ...given: Parameters<LabelHook[Name]>
): Promise<Awaited<ReturnType<LabelHook[Name]>>> {
  return page.evaluate(
    ([name, given]) => {
      const { raprefLabel } = globalThis as unknown as {
        raprefLabel?: Record<string, (...given: readonly unknown[]) => unknown>
      }
      return raprefLabel?.[name]?.(...given)
    },
    [name, given] as const,
  ) as Promise<Awaited<ReturnType<LabelHook[Name]>>>
}

export interface Pace {
  /** Milliseconds from each key to the next question drawn, its last pixel included. */
  readonly answers: readonly number[]
  /** The page's own part of that: until its last command went to the renderer. */
  readonly own: readonly number[]
  /** The same two for drawing the clips that are on stage once more, now and then. */
  readonly redraws: readonly number[]
  readonly ownRedraws: readonly number[]
  /** Milliseconds from each key to the next start of a frame in the browser. */
  readonly frames: readonly number[]
}

/** Answers so many pairs by key, each as soon as the next one is ready, and times them inside the page. */
export async function paceOf(page: Page, pairs: number): Promise<Pace> {
  return (await page.evaluate(`(async () => {
    const { raprefLabel } = window
    const context = document.querySelector('.stage canvas').getContext('webgl2')
    const pixel = new Uint8Array(4)
    const finish = () => context.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, pixel)
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const pace = { answers: [], own: [], redraws: [], ownRedraws: [], frames: [] }
    for (let pair = 0; pair < ${pairs}; pair++) {
      while (raprefLabel.ready() === 0) await new Promise((resolve) => setTimeout(resolve, 5))
      await frame()
      if (pair % 4 === 0) {
        const began = performance.now()
        raprefLabel.draw()
        pace.ownRedraws.push(performance.now() - began)
        finish()
        pace.redraws.push(performance.now() - began)
      }
      const { id } = raprefLabel.question()
      const key = pair % 2 === 0 ? 'ArrowLeft' : 'ArrowRight'
      const pressed = performance.now()
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      pace.own.push(performance.now() - pressed)
      finish()
      pace.answers.push(performance.now() - pressed)
      if (raprefLabel.question()?.id === id) throw new Error('the next question did not come at once')
      await frame()
      pace.frames.push(performance.now() - pressed)
    }
    return pace
  })()`)) as Pace
}

/** @param share 0.5 is the median */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

interface VisitOptions {
  readonly browser: Browser
  readonly address: string
  readonly viewport: { readonly width: number; readonly height: number }
  readonly motion?: 'reduce' | 'no-preference'
  readonly scheme?: 'light' | 'dark'
  /** What went wrong in the page is put here. */
  readonly troubles: string[]
}

/** Opens the page in a tab of its own that remembers nothing, and waits for its first question. */
export async function visitDesk(options: VisitOptions): Promise<Page> {
  const { browser, address, viewport, motion = 'reduce', scheme = 'light', troubles } = options
  const page = await browser.newPage({ viewport, reducedMotion: motion, colorScheme: scheme })
  page.setDefaultTimeout(patience.timeout)
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('WebSocket')) troubles.push(message.text())
  })
  await page.goto(address)
  const until = Date.now() + patience.timeout
  while ((await askLabel(page, 'question')) === undefined) {
    if (Date.now() > until) throw new Error(`the page asks nothing: ${await askLabel(page, 'words')}`)
    await wait(patience.interval)
  }
  return page
}
