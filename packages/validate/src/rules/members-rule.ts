import type { ProblemCode, RequirementId, Text } from '@openwaybill/schemas';
import { type Rule, ruleFor } from './rule.ts';

/** A rule about several members of one schema. */
export const membersRule = <T>(rule: {
  readonly schema: string;
  readonly id: string;
  /** Tells rules of one schema and id apart. */
  readonly part?: string;
  /** Where it is broken, relative to the value: nothing where it holds. */
  readonly broken: (value: T) => readonly string[];
  readonly problem?: ProblemCode;
  readonly requirement?: RequirementId;
  readonly text: Text;
  readonly hint: Text;
}): Rule => {
  const { schema, id, part, broken, problem = 'RULE_VIOLATION', ...rest } = rule;
  return ruleFor<T>({
    name: [id, schema, part].filter((word) => word !== undefined).join('-'),
    id,
    places: [{ schema }],
    judge: (value, at) =>
      broken(value).map((pointer) => ({ pointer: at + pointer, rule: id, params: {} })),
    severity: 'error',
    problem,
    ...rest,
  });
};

/** The pointer, or nothing where the condition holds. */
export const at = (pointer: string, holds: boolean): readonly string[] => (holds ? [] : [pointer]);

const instant = (text: string): number => Date.parse(text);

/** Whether both are there and the second is after the first, as instants. What is absent breaks no order. */
export const isAfter = (first: string | undefined, second: string | undefined): boolean =>
  first === undefined || second === undefined || instant(second) > instant(first);

/** As `isAfter`, but both may be the same instant. */
export const isNotBefore = (first: string | undefined, second: string | undefined): boolean =>
  first === undefined || second === undefined || instant(second) >= instant(first);
