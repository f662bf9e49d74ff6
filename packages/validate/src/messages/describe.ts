import type { Issue } from '../issue.ts';
import { isJsonRule } from '../json/parse-json.ts';
import { ruleOf } from '../rules/rule-of.ts';
import { BYTES, KEYWORDS, type Words } from './words-of.ts';

export type Language = 'en' | 'zh';

/** The words of an issue. Every keyword of the profile, every rule and every fault of bytes has some. */
export const wordsOf = (issue: Issue): Words | undefined => {
  if (isJsonRule(issue.rule)) return BYTES[issue.rule];
  return KEYWORDS[issue.rule]?.(issue.params) ?? ruleOf(issue);
};

/** What is wrong and what to do, for a message about traffic: it never holds a value or an undeclared name. */
export const describe = (
  issue: Issue,
  language: Language,
): { readonly message: string; readonly hint?: string } => {
  const words = wordsOf(issue);
  return words === undefined
    ? { message: issue.rule }
    : { message: words.text[language], hint: words.hint[language] };
};
