import type { Issue } from '../issue.ts';
import { rules } from './index.ts';
import type { Rule } from './rule.ts';

const BY_NAME: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.name, rule]));

/** A rule by its unique name. */
export const ruleNamed = (name: string): Rule | undefined => BY_NAME.get(name);

/** The rule that found an issue: where it is not called like its id, the parameters hold its name. */
export const ruleOf = ({ rule, params }: Issue): Rule | undefined =>
  BY_NAME.get(String(params.by ?? rule));
