// End-to-end tests: journeys through the built app in a real Electron. No retries: a test that fails at times is broken.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'out/test/e2e',
  tsconfig: 'tsconfig.tests.json',
  timeout: 120_000,
  // The first import of a process loads the language tables; beside another journey on a slow machine that takes its time.
  expect: { timeout: 20_000 },
  // One app at a time: two on two cores starve each other, and a journey is about what a person sees.
  workers: 1,
  retries: 0,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'out/test/e2e.json' }]],
});
