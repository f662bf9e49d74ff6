import { type ProblemCode, problemType } from '@openwaybill/schemas';
import type { Emitter } from './artefacts.ts';
import { jsonText } from './json-text.ts';

/** The closed table of problems. */
export const problems: Emitter = (registry) =>
  new Map([
    [
      'problems.json',
      jsonText(
        Object.entries(registry.problems).map(([code, problem]) => ({
          code,
          type: problemType(code as ProblemCode),
          ...problem,
        })),
      ),
    ],
  ]);
