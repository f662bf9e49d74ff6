import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['schemas', 'packages/*', 'conformance', 'conformance/examples', 'cli'],
    passWithNoTests: true,
    coverage: {
      provider: 'v8',
      include: ['**/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.test-d.ts', '**/generated/**'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
