import type { Text } from '@openwaybill/schemas';
import { columns } from '../table.ts';
import { FACT, type Finder } from './explanation.ts';
import type { Loose } from './schema-words.ts';

/** A list of codes. */
export const codeList: Finder = ({ codeLists, schemas }, name, language) =>
  codeLists
    .filter((one) => one.name.toLowerCase() === name.toLowerCase().replaceAll('-', ''))
    .map((one) => ({
      kind: 'code list',
      name: one.name,
      title: one.title,
      facts: [
        [FACT.module, one.module],
        [FACT.since, one.version],
        [FACT.growth, one.growth === 'closed' ? 'closed' : `fallback ${one.growth.fallback}`],
        [
          FACT.used,
          [...schemas.values()]
            .filter(
              ({ schema }) =>
                schema.type === 'object' && JSON.stringify(schema).includes(`/${one.name}.json"`),
            )
            .map((user) => user.name)
            .join(', '),
        ],
      ],
      passages: [
        [
          FACT.codes,
          columns(Object.entries(one.codes).map(([code, words]) => [code, words[language]])),
        ],
      ],
    }));

/** A code of any list. */
export const code: Finder = ({ codeLists }, name, language) =>
  codeLists.flatMap((one) => {
    const codes = Object.entries(one.codes as Readonly<Record<string, Text & Loose>>);
    const found = codes.find(([code]) => code.toLowerCase() === name.toLowerCase());
    if (found === undefined) return [];
    const [code, { en, zh, definition, ...more }] = found;
    return [
      {
        kind: 'code',
        name: code,
        title: { en, zh },
        facts: [
          [FACT.list, `${one.name} (${one.title[language]})`],
          ...Object.entries(more).map(
            ([fact, value]) =>
              [
                { en: fact, zh: fact },
                typeof value === 'string' ? value : JSON.stringify(value),
              ] as const,
          ),
        ],
        passages:
          definition === undefined ? [] : [[FACT.when, (definition as Text)[language]] as const],
      },
    ];
  });
