// Unit tests: they stand beside the code they test and run in plain Node. Also the one place that says what @shared,
// @main and @renderer mean to Vite (tsconfig.json says it to TypeScript and the linter).
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export const alias = {
  '@shared': folder('src-shared'),
  '@main': folder('src-main'),
  '@renderer': folder('src-renderer'),
};

export default defineConfig({
  resolve: { alias },
  test: {
    environment: 'node',
    include: ['src-*/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs', 'e2e/faults/**/*.test.ts', 'bench/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
