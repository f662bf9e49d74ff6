import { maskVectors } from '@openwaybill/privacy';
import type { Emitter } from './artefacts.ts';
import { jsonText } from './json-text.ts';

/** Vectors of the masks, for implementers in other languages. */
export const vectors: Emitter = (registry) =>
  new Map([
    [
      'vectors/masks.json',
      jsonText({
        $id: `https://openwaybill.org/vectors/${registry.version}/masks.json`,
        version: registry.version,
        masks: maskVectors,
      }),
    ],
  ]);
