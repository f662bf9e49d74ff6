import type { PlainSchema, Registry } from '@openwaybill/schemas';
import { formOf } from './form.ts';
import { code, escaped, type Html, prose, table } from './html.ts';
import { inherited, privacyIn, textIn } from './schema-text.ts';
import { LABELS, type Language } from './words.ts';

const HEADS = {
  en: ['Member', 'Meaning', 'Type and limits', 'M/O', 'Privacy'],
  zh: ['成员', '含义', '类型与取值', '约束', '隐私类别'],
} as const;
const WIDTHS = [24, 33, 21, 8, 14];

const meaningOf = (schema: PlainSchema, language: Language): Html => {
  const title = textIn(schema, 'title', language);
  const description = textIn(schema, 'description', language);
  if (description === '') return escaped(title);
  return `<b>${escaped(title)}</b><br>${prose(description)}`;
};

/** A row for each member of an object, and for the members of nameless objects in it. */
const rowsOf = (
  registry: Registry,
  schema: PlainSchema,
  language: Language,
  path = '',
): readonly (readonly Html[])[] => {
  const required = new Set((schema.required ?? []) as readonly string[]);
  const members = Object.entries(
    (schema.properties ?? {}) as Readonly<Record<string, PlainSchema>>,
  );
  return members.flatMap(([name, member]) => {
    const whole = inherited(registry, member);
    const nested = (member.type === 'array' ? member.items : member) as PlainSchema;
    return [
      [
        code(`${path}${name}`),
        meaningOf(whole, language),
        formOf(member, language),
        required.has(name) ? LABELS.mandatory[language] : LABELS.optional[language],
        escaped(privacyIn(whole)),
      ],
      ...rowsOf(registry, nested, language, `${path}${name}${nested === member ? '' : '[]'}.`),
    ];
  });
};

/** The members of an object as a table; empty where it has none. */
export const memberTable = (
  registry: Registry,
  { name, schema }: { readonly name: string; readonly schema: PlainSchema },
  language: Language,
): Html =>
  table({
    caption: LABELS.membersOf[language](name),
    heads: HEADS[language],
    widths: WIDTHS,
    rows: rowsOf(registry, schema, language),
    kind: 'members',
  });
