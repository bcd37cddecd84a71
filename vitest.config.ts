import { defineConfig } from 'vitest/config'

// Processes rather than threads: tests start worker threads, sockets and native sessions of their own. Time limits are
// there to end what hangs, far above what anything takes on a slow machine.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/bench/**'],
    pool: 'forks',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    allowOnly: false,
    passWithNoTests: false,
  },
})
