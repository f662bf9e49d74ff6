import type { Finding, Validators } from './generated/validators.mjs';
import type { Issue } from './issue.ts';
import { stepsOf } from './pointer.ts';
import { shapeAt } from './shape.ts';
import { markedShapes } from './shapes.ts';
import { withoutEchoes } from './without-echoes.ts';

/** `sender`: closed, as written. `receiver`: open, as whoever takes a message must read it. */
export type Form = 'sender' | 'receiver';

/** What the shape at an issue adds to its parameters, so that the problem that answers it follows from the issue alone. */
const marksOf = (name: string, value: unknown, finding: Finding): Record<string, unknown> => {
  const shape = shapeAt(markedShapes(), name, value, stepsOf(finding.instancePath));
  if (finding.keyword === 'additionalProperties')
    return shape?.forbidden?.includes(String(finding.params.additionalProperty)) === true
      ? { plaintext: true }
      : {};
  if (shape?.mask !== undefined) return { mask: shape.mask };
  return finding.keyword === 'enum' && shape?.extensible === true ? { extensible: true } : {};
};

/** A discriminator repeats the value that it does not know; issues never do. */
const paramsOf = ({ keyword, params }: Finding): Readonly<Record<string, unknown>> => {
  if (keyword !== 'discriminator') return params;
  const { tagValue: _unsaid, ...said } = params;
  return said;
};

/** What the schema finds. */
export const judgeSchema = (
  validators: Validators,
  name: string,
  value: unknown,
  form: Form,
): readonly Issue[] => {
  const table = validators[form];
  const validate = Object.hasOwn(table, name) ? table[name] : undefined;
  if (validate === undefined) throw new Error(`the registry has no schema ${name}`);
  if (validate(value)) return [];
  const issues = (validate.errors ?? [])
    // an unknown name is reported by `propertyNames` and by the keyword inside it
    .filter(({ propertyName }) => propertyName === undefined)
    .map((finding) => ({
      pointer: finding.instancePath,
      rule: finding.keyword,
      params: { ...paramsOf(finding), ...marksOf(name, value, finding) },
    }));
  return withoutEchoes(issues);
};
