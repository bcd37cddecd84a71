// Asks a page in the browser about itself, through `window.rapref`.

import type { Page } from 'playwright-core'
import type { PageHook } from '../../viewer/client/hook/contract.ts'

/** Calls one function of the hook in the page. */
export function ask<Name extends keyof PageHook>(
  page: Page,
  name: Name,
  ...given: Parameters<PageHook[Name]>
): Promise<Awaited<ReturnType<PageHook[Name]>>> {
  return page.evaluate(
    ([name, given]) => {
      const hook = (globalThis as unknown as { rapref: Record<string, (...given: readonly unknown[]) => unknown> })
        .rapref
      return hook[name]?.(...given)
    },
    [name, given] as const,
  ) as Promise<Awaited<ReturnType<PageHook[Name]>>>
}
