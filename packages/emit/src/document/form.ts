import { nameIn, type PlainSchema } from '@openwaybill/schemas';
import { anchorOf } from './anchors.ts';
import { code, escaped, type Html, linkTo } from './html.ts';
import { LABELS, type Language } from './words.ts';

const TYPES: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  string: { en: 'string', zh: '字符串' },
  integer: { en: 'integer', zh: '整数' },
  boolean: { en: 'boolean', zh: '布尔值' },
  object: { en: 'object', zh: '对象' },
};

const UNITS = {
  characters: { en: 'characters', zh: '字符' },
  items: { en: 'items', zh: '项' },
  keys: { en: 'keys', zh: '键' },
} as const;

/** `1 to 64 characters`, as far as there are bounds. */
const range = (
  least: unknown,
  most: unknown,
  unit: keyof typeof UNITS | undefined,
  language: Language,
): string => {
  if (least === undefined && most === undefined) return '';
  const counted = unit === undefined ? '' : ` ${UNITS[unit][language]}`;
  if (least === most) return `${String(least)}${counted}`;
  if (least === undefined) return `≤ ${String(most)}${counted}`;
  if (most === undefined) return `≥ ${String(least)}${counted}`;
  return language === 'zh'
    ? `${String(least)}～${String(most)}${counted}`
    : `${String(least)} to ${String(most)}${counted}`;
};

const plain = (schema: PlainSchema, language: Language): Html => {
  const unit = schema['x-unit'];
  const limits = [
    range(schema.minLength, schema.maxLength, 'characters', language),
    range(schema.minimum, schema.maximum, undefined, language),
    range(schema.minProperties, schema.maxProperties, 'keys', language),
  ].filter((limit) => limit !== '');
  const type = TYPES[String(schema.type)]?.[language] ?? String(schema.type ?? '');
  return [
    escaped([type, ...limits].join(language === 'zh' ? '，' : ', ')),
    ...(typeof unit === 'string' ? [escaped(`(${unit})`)] : []),
    ...(schema.const === undefined ? [] : [code(JSON.stringify(schema.const))]),
    ...(Array.isArray(schema.enum) ? schema.enum.map((one) => code(String(one))) : []),
    ...(typeof schema.pattern === 'string' ? [`<br>${code(schema.pattern)}`] : []),
  ].join(' ');
};

/** What a value may be: the name of its schema, or its type with its limits. */
export const formOf = (schema: PlainSchema, language: Language): Html => {
  if (typeof schema.$ref === 'string') {
    const name = nameIn(schema.$ref);
    return linkTo(anchorOf.schema(name), code(name));
  }
  if (schema.type !== 'array') return plain(schema, language);
  const bounds = range(schema.minItems, schema.maxItems, 'items', language);
  const items = formOf((schema.items ?? {}) as PlainSchema, language);
  const list = escaped(LABELS.listOf[language]);
  const space = language === 'zh' ? '' : ' ';
  return `${list}${space}${items}${bounds === '' ? '' : escaped(language === 'zh' ? `（${bounds}）` : ` (${bounds})`)}`;
};
