import type { Language } from '../language.ts';
import { type Explanation, FACT } from './explanation.ts';

/** A rule of the lint, by its id. */
export const lintRules = async (
  name: string,
  language: Language,
): Promise<readonly Explanation[]> => {
  const { LINT_RULES } = await import('@openwaybill/emit');
  // some ids have a row for each part of the standard that they look at
  const own = LINT_RULES.filter(({ id }) => id === name);
  const [first] = own;
  if (first === undefined) return [];
  const { isWarning = false, isForbidden = false } = first;
  const yes = { en: 'yes', zh: '是' }[language];
  const no = { en: 'no', zh: '否' }[language];
  return [
    {
      kind: 'lint rule',
      name,
      title: first.refuses,
      facts: [
        [FACT.fails, isWarning ? no : yes],
        [FACT.waivable, isForbidden ? no : yes],
      ],
      passages: [],
    },
  ];
};
