import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['schemas', 'packages/*', 'conformance', 'cli'],
    passWithNoTests: true,
    // a machine of two cores would otherwise leave one of them idle
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['**/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.test-d.ts', '**/generated/**'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
