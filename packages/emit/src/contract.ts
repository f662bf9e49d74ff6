import { toContract } from '@openwaybill/schemas';
import type { Emitter } from './artefacts.ts';
import { jsonText } from './json-text.ts';

/** The whole registry as one document: what two releases are compared by. */
export const contract: Emitter = (registry) =>
  new Map([['contract.json', jsonText(toContract(registry))]]);
