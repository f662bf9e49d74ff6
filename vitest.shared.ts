import { availableParallelism } from 'node:os';
import { defineProject, type UserWorkspaceConfig } from 'vitest/config';

const conditions = ['@openwaybill/source', 'module', 'node', 'import', 'default'];

/**
 * The tests of one room. Sources run without a build: the source condition of every package wins over its `dist`.
 * What stands in `test/full` needs more than Node and runs by `npm run test:full` alone.
 */
export const room = (name: string): UserWorkspaceConfig =>
  defineProject({
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
      name,
      include: ['test/**/*.test.ts'],
      exclude: process.env.OPENWAYBILL_FULL === '1' ? [] : ['test/full/**'],
      testTimeout: 180_000,
      // the rooms keep no state in their modules, so that files may share what they import
      isolate: false,
      maxWorkers: availableParallelism(),
      typecheck: {
        enabled: true,
        include: ['test/**/*.test-d.ts'],
        tsconfig: './tsconfig.test.json',
      },
    },
  });
