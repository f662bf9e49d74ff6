import { COMMON_PROBLEMS, problemSetOf } from '@openwaybill/schemas';
import { code, list, section, tag } from '../block.ts';
import type { Page } from '../page.ts';
import { named, prose, type Site } from '../site.ts';
import { WORDS } from '../words.ts';

/** Pages of problems: when each is answered, and by what. */
export const problemPages = (site: Site): readonly Page[] => {
  const { operations, problems } = site.registry;
  const answering = new Map<string, string[]>();
  for (const operation of operations)
    for (const name of problemSetOf(operation))
      answering.set(name, [...(answering.get(name) ?? []), operation.name]);
  const common: ReadonlySet<string> = new Set(COMMON_PROBLEMS);
  return Object.entries(problems).map(([name, { status, title, when, retryable, after }]) => ({
    path: `problems/${name}`,
    kind: 'problems',
    name,
    title,
    lede: when,
    blocks: (language) => [
      {
        is: 'facts',
        rows: [
          [WORDS.status[language], code(String(status))],
          ['type', code(`https://openwaybill.org/problems/${name}`)],
          [
            WORDS.retryable[language],
            retryable
              ? tag(WORDS.isRetryable[language], 'may')
              : tag(WORDS.isNotRetryable[language], 'must'),
          ],
          ...(after === undefined
            ? []
            : [[WORDS.after[language], prose(site, after[language])] as const]),
        ],
      },
      ...section(
        WORDS.operations[language],
        'operations',
        common.has(name)
          ? [{ is: 'paragraph', of: WORDS.everyOperation[language] }]
          : list(
              (answering.get(name) ?? []).map((one) => named(site, one)),
              'columns',
            ),
      ),
    ],
  }));
};
