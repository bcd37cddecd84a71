import { defineConfig } from 'vitest/config'

const never = ['tests/bench/**']

/** Tests that leave nothing behind in their process, so that files may share one: a third of the time that they take apart. */
const sharing = [
  'tests/agents/**/*.test.ts',
  'tests/rewards/**/*.test.ts',
  'tests/sim/**/*.test.ts',
  'tests/viewer/client/**/*.test.ts',
  'tests/viewer/protocol/**/*.test.ts',
  'tests/lab/{config,errors,export,report,reporter,statistics,tensorboard}/**/*.test.ts',
]

/** These need a process in which nothing was loaded, or counted, before. */
const alone = [
  'tests/agents/tensor/executors/**/*.test.ts',
  'tests/sim/engine.test.ts',
  'tests/viewer/client/bundle.test.ts',
]

// Processes rather than threads: tests start worker threads, sockets and native sessions of their own. Time limits are
// there to end what hangs, far above what anything takes on a slow machine.
export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: { name: 'sharing', include: sharing, exclude: [...never, ...alone], isolate: false },
      },
      {
        extends: true,
        test: { name: 'apart', include: ['tests/**/*.test.ts'], exclude: [...never, ...sharing] },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
})
