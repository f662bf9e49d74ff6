import { nameOf, type Registry, type SchemaEntry } from '@openwaybill/schemas';
import { anchorOf } from './anchors.ts';
import type { Clause } from './clause.ts';
import { code, escaped, type Html, linkTo } from './html.ts';
import { textIn } from './schema-text.ts';
import type { Language } from './words.ts';

/** What is on the wire around every message: the envelope of events, and what a refusal looks like. */
const AROUND = ['CloudEvent', 'Problem'];

/** Bodies that one party writes for another of its own accord: requests, payloads of events, and what is around them. */
const shown = ({ schemas, operations, events }: Registry): readonly SchemaEntry[] => {
  const names = new Set([
    ...AROUND,
    ...operations.flatMap(({ request }) => (request === undefined ? [] : [nameOf(request)])),
    ...events.map(({ data }) => nameOf(data)),
  ]);
  return [...schemas.values()].filter(({ name }) => names.has(name));
};

/** Longer ones are lists of what stands beside them, and fill pages. */
const LONGEST_LINES = 80;

/** The first valid example of a body, as it is shown; nothing where there is none, or a very long one. */
const textOf = ({ examples }: SchemaEntry): string | undefined => {
  const [first] = Object.values(examples.valid);
  const text = first === undefined ? undefined : JSON.stringify(first, null, 1);
  return text !== undefined && text.split('\n').length <= LONGEST_LINES ? text : undefined;
};

const block = (entry: SchemaEntry, language: Language): Html => {
  const { name, schema } = entry;
  return [
    '<figure class="example">',
    `<figcaption>${linkTo(anchorOf.schema(name), code(name))} ${escaped(textIn(schema, 'title', language))}</figcaption>`,
    `<pre>${escaped(textOf(entry) ?? '')}</pre>`,
    '</figure>',
  ].join('');
};

/** Annex D: one valid example of each body that a party writes, by module. */
export const exampleClauses = (registry: Registry, language: Language): readonly Clause[] => {
  const entries = shown(registry).filter((entry) => textOf(entry) !== undefined);
  return [
    ...registry.modules,
    { name: 'vocabulary', title: { en: 'Around every message', zh: '各报文共用' } },
  ].flatMap(({ name, title }) => {
    const own = entries.filter(({ module }) => module === name);
    return own.length === 0
      ? []
      : [
          {
            id: `examples-${name}`,
            title: title[language],
            body: [
              `<div class="examples">${own.map((entry) => block(entry, language)).join('\n')}</div>`,
            ],
          },
        ];
  });
};
