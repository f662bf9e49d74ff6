import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vitest/config';
import { room } from '../../vitest.shared.ts';

/** In this workspace `tsc` is the older compiler that openapi-typescript needs; types are judged by the root's. */
const checker = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));

export default mergeConfig(room('client'), { test: { typecheck: { checker } } });
