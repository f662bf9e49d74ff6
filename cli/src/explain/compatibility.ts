import type { Language } from '../language.ts';
import { type Explanation, FACT } from './explanation.ts';

/** A row of the compatibility policy, as `openwaybill diff` names it. */
export const compatibility = async (
  name: string,
  language: Language,
): Promise<readonly Explanation[]> => {
  if (!name.startsWith('CMP-')) return [];
  const { PASSAGES, RULES, ruleOf, VERDICTS } = await import('@openwaybill/emit/diff');
  const id = (Object.keys(RULES) as (keyof typeof RULES)[]).find((one) => one === name);
  if (id === undefined) return [];
  const { change, oldToNew, newToOld, verdict, unless, categories, act, unseen } = ruleOf(id);
  return [
    {
      kind: 'compatibility rule',
      name: id,
      title: change,
      facts: [
        [FACT.oldToNew, PASSAGES[oldToNew][language]],
        [FACT.newToOld, PASSAGES[newToOld][language]],
        [FACT.verdict, VERDICTS[verdict][language]],
        ...(unless === undefined
          ? []
          : ([
              [FACT.unless, `${VERDICTS[unless.verdict][language]}: ${unless.when[language]}`],
            ] as const)),
        ...(categories.length === 0 ? [] : ([[FACT.category, categories.join(', ')]] as const)),
        [FACT.hint, act[language]],
        ...(unseen === undefined ? [] : ([[FACT.unseen, unseen[language]]] as const)),
      ],
      passages: [],
    },
  ];
};
