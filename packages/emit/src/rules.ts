import type { PlainSchema } from '@openwaybill/schemas';
import { type Rule, rules } from '@openwaybill/validate';
import type { Emitter } from './artefacts.ts';
import { jsonText } from './json-text.ts';

const told = ({ id, severity, problem, requirement, text, hint }: Rule): PlainSchema => ({
  rule: id,
  severity,
  problem,
  ...(requirement === undefined ? {} : { requirement }),
  text,
  hint,
});

/** What is judged of every value of a schema beyond the schema itself, as documents tell it. */
export const rulesOf = (schema: string): readonly PlainSchema[] =>
  rules.flatMap((rule) =>
    rule.places.some((place) => 'schema' in place && place.schema === schema) ? [told(rule)] : [],
  );

/** The rule layer: what no schema can say, where it applies, and the problem of what breaks it. */
export const ruleLayer: Emitter = () =>
  new Map([
    [
      'rules.json',
      jsonText(rules.map((rule) => ({ name: rule.name, places: rule.places, ...told(rule) }))),
    ],
  ]);
