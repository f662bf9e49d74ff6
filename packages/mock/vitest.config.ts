import { defineProject, mergeConfig } from 'vitest/config';
import { fromSource } from '../../vitest.shared.ts';

export default mergeConfig(
  fromSource,
  defineProject({
    test: {
      name: 'mock',
      include: ['{src,test}/**/*.test.ts'],
      typecheck: {
        enabled: true,
        include: ['{src,test}/**/*.test-d.ts'],
        tsconfig: './tsconfig.test.json',
      },
    },
  }),
);
