import { nameIn, type PlainSchema, type Registry, ROLES, type Text } from '@openwaybill/schemas';
import type { MessageEntry, Use } from './messages.ts';
import { headOf, type Release } from './release.ts';

type Language = keyof Text;

const WORDS = {
  invented: { en: 'Examples are invented.', zh: '示例均为虚构。' },
  uses: { en: 'Where it is sent', zh: '使用之处' },
  members: { en: 'Members', zh: '成员' },
  columns: {
    en: ['name', 'meaning', 'type', 'required', 'limits', 'privacy'],
    zh: ['名称', '含义', '类型', '必填', '限制', '隐私级别'],
  },
  requirements: { en: 'Requirements', zh: '要求' },
  examples: { en: 'Examples', zh: '示例' },
  refused: { en: 'Refused', zh: '被拒绝的示例' },
  codes: { en: 'Codes', zh: '代码' },
  yes: { en: 'yes', zh: '是' },
  request: { en: 'request of', zh: '请求' },
  answer: { en: 'answer of', zh: '应答' },
  event: { en: 'event', zh: '事件' },
} as const;

/** The words of a schema in a language; nothing where it has none. */
const textIn = (
  schema: PlainSchema,
  keyword: 'title' | 'description',
  language: Language,
): string => String((language === 'zh' ? schema[`x-${keyword}-zh`] : schema[keyword]) ?? '');

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** A table of Markdown; nothing where it has no rows. */
const table = (
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] =>
  rows.length === 0 ? [] : [row(columns), row(columns.map(() => '---')), ...rows.map(row), ''];

const LIMITS = ['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'pattern'];

const limitsOf = (schema: PlainSchema): string =>
  [
    ...LIMITS.filter((keyword) => keyword in schema).map(
      (keyword) => `${keyword} \`${String(schema[keyword])}\``,
    ),
    ...(Array.isArray(schema.enum) && schema.enum.length <= 8
      ? [schema.enum.map((code) => `\`${code}\``).join(' ')]
      : []),
  ].join(', ');

const typeOf = (schema: PlainSchema): string => {
  if (typeof schema.$ref === 'string') return nameIn(schema.$ref);
  return schema.type === 'array'
    ? `${typeOf((schema.items ?? {}) as PlainSchema)}[]`
    : String(schema.type ?? '');
};

/** What a member says, with what the word that it refers to says where it says nothing itself. */
const inherited = (registry: Registry, schema: PlainSchema): PlainSchema =>
  typeof schema.$ref === 'string'
    ? { ...registry.schemas.get(nameIn(schema.$ref))?.schema, ...schema }
    : schema;

const privacyIn = (schema: PlainSchema): string => {
  const privacy = schema['x-privacy'] as
    | { readonly class: string; readonly mask?: string }
    | undefined;
  return [privacy?.class, privacy?.mask].filter((one) => one !== undefined).join(', ');
};

/** A row for each member of an object, and for the members of nameless objects in it. */
const memberRows = (
  registry: Registry,
  schema: PlainSchema,
  language: Language,
  path = '',
): readonly (readonly string[])[] => {
  const required = new Set((schema.required ?? []) as readonly string[]);
  return Object.entries((schema.properties ?? {}) as Readonly<Record<string, PlainSchema>>).flatMap(
    ([name, member]) => {
      const whole = inherited(registry, member);
      const nested = (member.type === 'array' ? member.items : member) as PlainSchema;
      const place = `${path}${name}`;
      return [
        [
          `\`${place}\``,
          [textIn(whole, 'title', language), textIn(whole, 'description', language)]
            .filter((text) => text !== '')
            .join(language === 'zh' ? '：' : ': '),
          typeOf(member),
          required.has(name) ? WORDS.yes[language] : '',
          limitsOf(whole),
          privacyIn(whole),
        ],
        ...memberRows(registry, nested, language, `${place}${nested === member ? '' : '[]'}.`),
      ];
    },
  );
};

const roles = (use: Use, language: Language): string =>
  [use.from, use.to]
    .map((names) =>
      names.map((name) => ROLES[name][language]).join(language === 'zh' ? '、' : ', '),
    )
    .join(' → ');

const json = (value: unknown): readonly string[] => [
  '```json',
  JSON.stringify(value, null, 2),
  '```',
  '',
];

/** The requirements about a message: its own, and those of the operations and events that carry it. */
const requirementsAbout = (registry: Registry, { name, uses }: MessageEntry) => {
  const about = new Set([name, ...uses.map(({ by }) => by)]);
  return registry.requirements.filter((one) => one.about !== undefined && about.has(one.about));
};

/** The page of one message in one language: all that the standard says of it, as Markdown. */
export const messagePage = (
  release: Release,
  message: MessageEntry,
  language: Language,
): string => {
  const { registry } = release;
  const { name, schema, uses, examples, module } = message;
  const codes = registry.codeLists.find((list) => list.name === name)?.codes ?? {};
  const refused = Object.entries(examples.invalid);
  return `${[
    `# ${name}: ${textIn(schema, 'title', language)}`,
    '',
    ...headOf(release, language),
    '',
    WORDS.invented[language],
    '',
    textIn(schema, 'description', language),
    '',
    `## ${WORDS.uses[language]}`,
    '',
    ...uses.map(
      (use) => `- ${WORDS[use.as][language]} \`${use.by}\` (${module}): ${roles(use, language)}`,
    ),
    '',
    `## ${WORDS.members[language]}`,
    '',
    ...table(WORDS.columns[language], memberRows(registry, schema, language)),
    ...(Object.keys(codes).length === 0
      ? []
      : [
          `## ${WORDS.codes[language]}`,
          '',
          ...Object.entries(codes).map(([code, text]) => `- \`${code}\` ${text[language]}`),
          '',
        ]),
    `## ${WORDS.requirements[language]}`,
    '',
    ...requirementsAbout(registry, message).map(
      ({ id, level, text }) => `- **${id}** (${level}) ${text[language]}`,
    ),
    '',
    `## ${WORDS.examples[language]}`,
    '',
    ...Object.entries(examples.valid).flatMap(([title, value]) => [
      `${title}:`,
      '',
      ...json(value),
    ]),
    ...(refused.length === 0 ? [] : [`## ${WORDS.refused[language]}`, '']),
    ...refused.flatMap(([title, { value, breaks }]) => [
      `${title} (\`${breaks.rule}\`, \`${breaks.pointer || '/'}\`):`,
      '',
      ...json(value),
    ]),
  ]
    .join('\n')
    .trimEnd()}\n`;
};
