import { describe, rules } from '@openwaybill/validate/light';
import { FACT, type Finder } from './explanation.ts';

/** A rule of the judge: a rule beyond the schema, a keyword of JSON Schema, or a fault of the bytes. */
export const rule: Finder = (_from, name, language) => {
  const named = rules.find((one) => one.id === name || one.name === name);
  const words =
    named === undefined
      ? describe({ pointer: '', rule: name, params: {} }, language)
      : { message: named.text[language], hint: named.hint[language] };
  if (words.message === name) return [];
  return [
    {
      kind: 'rule',
      name,
      title: { en: 'Rule of the judge', zh: '校验规则' },
      facts: [
        [FACT.message, words.message],
        ...(words.hint === undefined ? [] : ([[FACT.hint, words.hint]] as const)),
        ...(named === undefined ? [] : ([[FACT.problems, named.problem]] as const)),
      ],
      passages: [],
    },
  ];
};
