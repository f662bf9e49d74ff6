import { nearest } from '@openwaybill/validate/light';
import type { TSchema } from '@sinclair/typebox';
import type { Text } from '../words.ts';

/** Where a file of the user is not in its form (RFC 6901), and what is wanted there. */
export type Misfit = { readonly pointer: string; readonly text: Text };

/** What is wanted of a member, in both languages, beside its schema. */
export const wanted = (en: string, zh: string) => ({ description: en, 'x-description-zh': zh });

type Loose = {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Loose[];
  readonly properties?: Readonly<Record<string, Loose>>;
  /** What members without a name of their own are; where they are not forbidden. */
  readonly additionalProperties?: Loose | boolean;
  readonly required?: readonly string[];
  readonly items?: Loose;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly description?: string;
  readonly 'x-description-zh'?: string;
};

const TYPES: Readonly<Record<string, Text>> = {
  object: { en: 'an object', zh: '对象' },
  array: { en: 'a list', zh: '数组' },
  string: { en: 'a text', zh: '文字' },
  integer: { en: 'a whole number', zh: '整数' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
};

const wantedOf = (schema: Loose): Text => {
  const { description: en, 'x-description-zh': zh } = schema;
  if (en !== undefined && zh !== undefined) return { en, zh };
  const words = (schema.anyOf ?? [schema]).flatMap((one) =>
    one.const === undefined ? [] : [String(one.const)],
  );
  if (words.length > 0) return { en: words.join(' or '), zh: words.join(' 或 ') };
  return TYPES[schema.type ?? ''] ?? { en: 'another value', zh: '其他值' };
};

const isOfType = (value: unknown, type: string | undefined): boolean => {
  if (type === undefined) return true;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'object')
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  return type === 'string' ? typeof value === 'string' : typeof value === 'boolean';
};

const isRight = (schema: Loose, value: unknown): boolean => {
  if (schema.anyOf !== undefined) return schema.anyOf.some((one) => isRight(one, value));
  if (schema.const !== undefined) return value === schema.const;
  if (!isOfType(value, schema.type)) return false;
  if (typeof value === 'number') return value >= (schema.minimum ?? value);
  return (
    typeof value !== 'string' ||
    schema.pattern === undefined ||
    new RegExp(schema.pattern, 'u').test(value)
  );
};

const inside = (schema: Loose, value: unknown, at: string): readonly Misfit[] => {
  if (!isRight(schema, value)) {
    const { en, zh } = wantedOf(schema);
    return [{ pointer: at, text: { en: `${en} is wanted`, zh: `应为${zh}` } }];
  }
  if (Array.isArray(value))
    return value.flatMap((one, index) => inside(schema.items ?? {}, one, `${at}/${index}`));
  const { properties, additionalProperties: others } = schema;
  if (properties === undefined) return [];
  const given = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(properties);
  return [
    ...(schema.required ?? []).flatMap((name) =>
      Object.hasOwn(given, name)
        ? []
        : [{ pointer: at, text: { en: `${name} is missing`, zh: `缺少 ${name}` } }],
    ),
    ...Object.entries(given).flatMap(([name, one]): readonly Misfit[] => {
      const member = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (member !== undefined) return inside(member, one, `${at}/${name}`);
      if (typeof others === 'object') return inside(others, one, `${at}/${name}`);
      if (others === true) return [];
      const near = nearest(name, names);
      return [
        {
          pointer: `${at}/${name}`,
          text:
            near === undefined
              ? {
                  en: `there is no member ${name}; there is ${names.join(', ')}`,
                  zh: `没有成员 ${name}；现有 ${names.join('、')}`,
                }
              : {
                  en: `there is no member ${name}; write ${near}, if you meant that`,
                  zh: `没有成员 ${name}；若是 ${near}，请改用此名`,
                },
        },
      ];
    }),
  ];
};

/** Everything in a file of the user that is not in the form of its schema: closed objects, and no more than they need. */
export const misfitsOf = (schema: TSchema, value: unknown): readonly Misfit[] =>
  inside(schema as Loose, value, '');
