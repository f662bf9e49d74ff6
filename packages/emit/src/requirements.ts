import type { Emitter } from './artefacts.ts';
import { jsonText } from './json-text.ts';

/** The set of requirements that a release freezes. */
export const requirements: Emitter = (registry) =>
  new Map([
    [
      `requirements/${registry.version}.json`,
      jsonText({ version: registry.version, requirements: registry.requirements }),
    ],
  ]);
