import { FACT, type Finder, pretty } from './explanation.ts';
import {
  descriptionOf,
  type Loose,
  membersOf,
  schemaNamed,
  titleOf,
  typeOf,
} from './schema-words.ts';

/** A message, with an example of each kind. */
export const message: Finder = (from, name, language) => {
  const { schemas, operations, events, codeLists } = from;
  const found = schemaNamed(from, name);
  if (found === undefined || codeLists.some((one) => one.name === found.name)) return [];
  const schema = found.schema as Loose;
  const users = [
    ...operations
      .filter(({ request, answer }) => request === found.schema || answer.body === found.schema)
      .map((one) => one.name),
    ...events.filter(({ data }) => data === found.schema).map(({ type }) => type),
    ...[...schemas.values()]
      .filter((one) => one !== found && JSON.stringify(one.schema).includes(`/${found.name}.json"`))
      .map((one) => one.name),
  ];
  const [valid] = Object.entries(found.examples.valid);
  const [invalid] = Object.entries(found.examples.invalid);
  const members = membersOf(schema, language, from);
  return [
    {
      kind: 'message',
      name: found.name,
      title: titleOf(schema),
      facts: [
        [FACT.module, found.module],
        [FACT.type, typeOf(from, schema)],
        ...(schema['x-privacy'] === undefined
          ? []
          : ([[FACT.privacy, JSON.stringify(schema['x-privacy'])]] as const)),
        ...(typeof schema.pattern === 'string'
          ? ([[{ en: 'pattern', zh: '格式' }, schema.pattern]] as const)
          : []),
        ...(users.length === 0 ? [] : ([[FACT.used, users.join(', ')]] as const)),
      ],
      passages: [
        [FACT.when, descriptionOf(schema)[language]],
        ...(members === '' ? [] : ([[FACT.members, members]] as const)),
        ...(valid === undefined
          ? []
          : ([[FACT.example, `${valid[0]}\n${pretty(valid[1])}`]] as const)),
        ...(invalid === undefined
          ? []
          : ([
              [
                FACT.broken,
                `${invalid[0]}: ${invalid[1].breaks.pointer || '/'} ${invalid[1].breaks.rule}\n${pretty(invalid[1].value)}`,
              ],
            ] as const)),
      ],
    },
  ];
};

/** `Waybill.routing`, and members of parts below it. */
export const property: Finder = (from, name, language) => {
  const [owner = '', ...steps] = name.split('.');
  const start = schemaNamed(from, owner);
  if (start === undefined || steps.length === 0) return [];
  let schema = start.schema as Loose;
  for (const step of steps) {
    const named = from.schemas.get(typeOf(from, schema).replace('[]', ''))?.schema as
      | Loose
      | undefined;
    const parts = (named ?? (schema.items as Loose | undefined) ?? schema).properties as
      | Readonly<Record<string, Loose>>
      | undefined;
    const next = parts?.[step];
    if (next === undefined) return [];
    schema = next;
  }
  const target = (from.schemas.get(typeOf(from, schema).replace('[]', ''))?.schema ?? {}) as Loose;
  const worded = schema.title === undefined ? target : schema;
  const privacy = schema['x-privacy'] ?? target['x-privacy'];
  return [
    {
      kind: 'property',
      name: [start.name, ...steps].join('.'),
      title: titleOf(worded),
      facts: [
        [FACT.type, typeOf(from, schema)],
        ...(privacy === undefined ? [] : ([[FACT.privacy, JSON.stringify(privacy)]] as const)),
      ],
      passages: [[FACT.when, descriptionOf(worded)[language]]],
    },
  ];
};
