import { type TUnsafe, Type } from '@sinclair/typebox';
import { privacy } from './privacy.ts';
import { idOf } from './schema.ts';
import { type Text, words } from './text.ts';

/** One code. Lists add members of their own (a rank, a status) beside these. */
export type Code = Text & {
  readonly definition?: Text;
  readonly since?: `${number}.${number}`;
  readonly status?: 'ACTIVE' | 'DEPRECATED' | 'RETIRED' | 'TEST_ONLY';
  readonly replacedBy?: string;
};

export type CodeListInput<Codes extends Record<string, Code>> = {
  readonly name: string;
  readonly version: `${number}-${number}`;
  readonly title: Text;
  readonly description: Text;
  /** `'closed'`, or what a receiver makes of a code that it does not know: a code of the list, or nothing. */
  readonly growth: 'closed' | { readonly fallback: (keyof Codes & string) | 'IGNORE' };
  readonly source?: string;
  readonly codes: Codes;
};

/** A symbol, so that the codes never reach the serialised schema. */
const LIST: unique symbol = Symbol('code list');

/** A code list is a schema, so that messages refer to it, and carries its codes beside. */
export type CodeList<Codes extends Record<string, Code> = Record<string, Code>> = TUnsafe<
  keyof Codes & string
> & { readonly [LIST]: CodeListInput<Codes> };

export const defineCodeList = <const Codes extends Record<string, Code>>(
  list: CodeListInput<Codes>,
): CodeList<Codes> => {
  const names = Object.keys(list.codes);
  const schema = Type.Unsafe<keyof Codes & string>({
    $id: idOf(list.name),
    ...words(list.title, list.description),
    type: 'string',
    enum: names,
    'x-enum-descriptions': Object.fromEntries(
      names.map((name) => [name, { en: list.codes[name]?.en, zh: list.codes[name]?.zh }]),
    ),
    ...(list.growth === 'closed'
      ? {}
      : { 'x-extensible': true, 'x-fallback': list.growth.fallback }),
    ...(list.source === undefined ? {} : { 'x-source': list.source }),
    ...privacy('business', 'code'),
  });
  return Object.assign(schema, { [LIST]: list });
};

/** What a list was defined with; `undefined` for a schema that is no code list. */
export const codeListOf = (schema: object): CodeListInput<Record<string, Code>> | undefined =>
  (schema as Partial<CodeList>)[LIST];

/** The codes of a list with all their members, by code. */
export const codesOf = <Codes extends Record<string, Code>>(list: CodeList<Codes>): Codes =>
  list[LIST].codes;
