import { fileURLToPath } from 'node:url';
import { type BuildResult, build } from 'esbuild';

/** A module of this folder as one text for browsers, with what it is made of. */
export const browserBundle = (
  contents: string,
): Promise<BuildResult<{ write: false; metafile: true }>> =>
  build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'ts' },
    bundle: true,
    // the solver is loaded by a hub when it matches capacity, and finds out for itself where it runs
    external: ['highs'],
    platform: 'browser',
    format: 'esm',
    target: 'es2023',
    conditions: ['@openwaybill/source'],
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
