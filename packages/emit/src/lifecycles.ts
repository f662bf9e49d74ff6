import type { Emitter } from './artefacts.ts';
import { jsonText } from './json-text.ts';

/** Every lifecycle as the table that it is defined by. */
export const lifecycles: Emitter = (registry) =>
  new Map(
    registry.lifecycles.map(({ noun: _, ...lifecycle }) => [
      `lifecycles/${lifecycle.entity}.json`,
      jsonText(lifecycle),
    ]),
  );
