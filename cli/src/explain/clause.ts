import type { Registry } from '@openwaybill/schemas';
import { readClauses, traceOf } from '../clauses.ts';
import type { Io } from '../io.ts';
import type { Language } from '../language.ts';
import { type Explanation, FACT } from './explanation.ts';

const CLAUSE = /^(?:SC|DL)-[A-Z0-9]+$/;

/** A clause of the policy, with everything of the standard that answers it. */
export const clause = async (
  from: Registry,
  name: string,
  language: Language,
  io: Io,
): Promise<readonly Explanation[]> => {
  if (!CLAUSE.test(name.toUpperCase())) return [];
  const { clauses, documents, departments } = await readClauses(io);
  return clauses
    .filter(({ id }) => id === name.toUpperCase())
    .map(({ id, document, number, title, summary, responsible, outOfScope }) => {
      const { modules, requirements, checked } = traceOf(from, id);
      const source = documents.find((one) => one.id === document);
      const unchecked = requirements.filter((one) => !checked.includes(one));
      return {
        kind: 'clause',
        name: id,
        title,
        facts: [
          [FACT.document, `${source?.title[language]}, ${source?.reference}, ${number}`],
          ...(modules.length === 0 ? [] : ([[FACT.modules, modules.join(', ')]] as const)),
        ],
        passages: [
          [FACT.asked, summary[language]],
          [
            FACT.responsible,
            responsible
              .map(({ task, departments: names }) =>
                [
                  names.map((one) => departments[one]?.[language] ?? one).join(', '),
                  ...(task === undefined ? [] : [task[language]]),
                ].join(': '),
              )
              .join('\n'),
          ],
          [FACT.outOfScope, outOfScope?.[language] ?? ''],
          [FACT.checked, checked.join(', ')],
          [FACT.excluded, unchecked.join(', ')],
        ],
      };
    });
};
