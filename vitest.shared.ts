import type { ViteUserConfig } from 'vitest/config';

const conditions = ['@openwaybill/source', 'module', 'node', 'import', 'default'];

/** Sources run without a build: the source condition of every package wins over its `dist`. */
export const fromSource: ViteUserConfig = {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
};
