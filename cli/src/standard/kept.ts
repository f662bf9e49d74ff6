import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Registry } from '@openwaybill/schemas';
import { thaw } from './frozen.ts';

/** All that the standard has, from the bytes that was written when the command was built. */
export const standard = (): Registry =>
  thaw(readFileSync(join(import.meta.dirname, 'registry.jsonl')));
