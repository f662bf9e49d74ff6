import { defineProject } from 'vitest/config';
import { room } from '../../vitest.shared.ts';

/**
 * Workers are started with the conditions of the room. `import` among them makes a `require` inside the driver of
 * PostgreSQL find a module where it wants a class, so it is left to Node here.
 */
const conditions = ['@openwaybill/source', 'module', 'node', 'default'];

const mock = room('mock');

export default defineProject({
  ...mock,
  test: { ...mock.test, include: ['test/**/*.test.ts', 'examples/**/*.test.ts'] },
  resolve: { conditions },
  ssr: { resolve: { conditions } },
});
