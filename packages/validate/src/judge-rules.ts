import type { Issue } from './issue.ts';
import { stepOf } from './pointer.ts';
import type { Rule } from './rules/rule.ts';
import { ruleNamed } from './rules/rule-of.ts';
import { resolve, type Shape, type Shapes } from './shape.ts';
import { ruledShapes } from './shapes.ts';

/** Findings of the rule layer, and whether one stands in place of the schema's at the same pointer. */
export type RuleFinding = { readonly issue: Issue; readonly rule: Rule };

/** Several rules may share an id: their issues say which of them found them. */
const signed = (issue: Issue, rule: Rule): Issue =>
  rule.name === rule.id ? issue : { ...issue, params: { ...issue.params, by: rule.name } };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Walks a value beside its shape. `broken` are the pointers at which the schema found a fault. */
export const judgeRules = (
  name: string,
  value: unknown,
  broken: readonly string[],
): readonly RuleFinding[] => {
  const shapes: Shapes = ruledShapes();
  const findings: RuleFinding[] = [];
  const isBroken = (at: string): boolean =>
    broken.some((pointer) => pointer === at || pointer.startsWith(`${at}/`));

  const visit = (here: unknown, given: Shape, at: string): void => {
    const shape = resolve(given, shapes, here);
    if (shape.rules !== undefined) {
      const ill = broken.length > 0 && isBroken(at);
      for (const ruleName of shape.rules) {
        const rule = ruleNamed(ruleName);
        if (rule === undefined || (ill && !(rule.displaces && typeof here === 'string'))) continue;
        for (const issue of rule.judge(here as never, at, shape))
          findings.push({ issue: signed(issue, rule), rule });
      }
    }
    if (Array.isArray(here)) {
      if (shape.items !== undefined)
        for (let index = 0; index < here.length; index++)
          visit(here[index], shape.items, `${at}/${index}`);
    } else if (isObject(here)) {
      const { properties } = shape;
      for (const member in properties) {
        const next = properties[member];
        if (next !== undefined && Object.hasOwn(here, member))
          visit(here[member], next, at + stepOf(member));
      }
    }
  };
  if (shapes[name] !== undefined) visit(value, { schema: name }, '');
  return findings;
};
