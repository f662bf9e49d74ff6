import { nameIn, type PlainSchema, type Privacy } from '@openwaybill/schemas';
import {
  type Block,
  code,
  type Inline,
  joined,
  type Language,
  type Row,
  table,
  tag,
} from './block.ts';
import { named, prose, type Site, schemaText } from './site.ts';
import { PRIVACY, WORDS } from './words.ts';

const LIMITS: readonly (readonly [string, string])[] = [
  ['minLength', 'maxLength'],
  ['minimum', 'maximum'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
];

/** `1…40`, of each pair of bounds that a schema has. */
const boundsOf = (schema: PlainSchema): readonly string[] =>
  LIMITS.flatMap(([low, high]) => {
    const [from, to] = [schema[low], schema[high]];
    return from === undefined && to === undefined ? [] : [`${from ?? 0}…${to ?? '∞'}`];
  });

/** What a schema asks of a value beside its type. */
export const limitsOf = (schema: PlainSchema, language: Language): readonly Inline[] => [
  ...boundsOf(schema).map((text) => ({ text, isQuiet: true })),
  ...(schema.pattern === undefined ? [] : [code(String(schema.pattern))]),
  ...(schema.format === undefined ? [] : [code(String(schema.format))]),
  ...(schema.const === undefined ? [] : [code(JSON.stringify(schema.const))]),
  ...(schema.uniqueItems === true ? [language === 'zh' ? '不重复' : 'unique'] : []),
  ...(schema['x-unit'] === undefined ? [] : [`${WORDS.unit[language]} ${schema['x-unit']}`]),
  ...(schema['x-check'] === undefined
    ? []
    : [[language === 'zh' ? '校验 ' : 'check ', code(String(schema['x-check']))]]),
];

/** The type of a schema, with a link where it is a named one. */
export const typeOf = (site: Site, schema: PlainSchema): Inline => {
  if (typeof schema.$ref === 'string') return named(site, nameIn(schema.$ref));
  if (schema.type === 'array') return [typeOf(site, (schema.items ?? {}) as PlainSchema), '[]'];
  return String(schema.type ?? '');
};

/** What a member says, with what the word that it refers to says where it says nothing itself. */
const inherited = (site: Site, schema: PlainSchema): PlainSchema =>
  typeof schema.$ref === 'string'
    ? { ...site.registry.schemas.get(nameIn(schema.$ref))?.schema, ...schema }
    : schema;

/** Class and mask of a value. */
export const privacyOf = (schema: PlainSchema, language: Language): Inline => {
  const privacy = schema['x-privacy'] as Privacy | undefined;
  if (privacy === undefined) return '';
  return joined([
    tag(PRIVACY[privacy.class]?.[language] ?? privacy.class, `p-${privacy.class}`),
    ...(privacy.mask === undefined ? [] : [code(privacy.mask)]),
  ]);
};

type Members = Readonly<Record<string, PlainSchema>>;

const rowsOf = (
  site: Site,
  schema: PlainSchema,
  since: string,
  language: Language,
  path = '',
  depth = 0,
): readonly Row[] => {
  const required = new Set((schema.required ?? []) as readonly string[]);
  return Object.entries((schema.properties ?? {}) as Members).flatMap(([name, member]) => {
    const whole = inherited(site, member);
    const isOwn = member.$ref === undefined;
    const nested = (member.type === 'array' ? member.items : member) as PlainSchema;
    const enumerated =
      isOwn && Array.isArray(whole.enum)
        ? [joined(whole.enum.map((one) => code(String(one))))]
        : [];
    const title = schemaText(whole, 'title', language);
    return [
      {
        id: `m-${path}${name}`,
        depth,
        cells: [
          [
            path === '' ? '' : { text: path, isQuiet: true },
            code(name),
            ' ',
            title,
            ...(language === 'en'
              ? [
                  ' ',
                  {
                    text: schemaText(whole, 'title', 'zh'),
                    language: 'zh' as const,
                    isQuiet: true,
                  },
                ]
              : []),
          ],
          joined(
            [
              typeOf(site, member),
              ...(isOwn
                ? limitsOf(whole, language)
                : limitsOf({ 'x-unit': whole['x-unit'] }, language)),
              ...enumerated,
            ],
            ' ',
          ),
          required.has(name)
            ? tag(WORDS.yes[language], 'must')
            : { text: WORDS.no[language], isQuiet: true },
          privacyOf(whole, language),
          String(member['x-since'] ?? since),
          prose(site, schemaText(whole, 'description', language)),
        ],
      },
      ...rowsOf(
        site,
        nested,
        since,
        language,
        `${path}${name}${nested === member ? '' : '[]'}.`,
        depth + 1,
      ),
    ];
  });
};

/** Every member of an object, and of the nameless objects in it. */
export const schemaTable = (
  site: Site,
  schema: PlainSchema,
  since: string,
  language: Language,
): readonly Block[] =>
  table(
    [
      WORDS.name[language],
      WORDS.type[language],
      WORDS.required[language],
      WORDS.privacy[language],
      WORDS.since[language],
      WORDS.meaning[language],
    ],
    rowsOf(site, schema, since, language),
    'members',
  );
