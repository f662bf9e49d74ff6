import { readdirSync } from 'node:fs';
import type { CodesFacts, MemberFacts, MessageFacts, ValueFacts } from '../generator/material.ts';
import { CONTRACT, readJson } from './published.ts';
import { type Worded, wordsOf } from './words.ts';

type Privacy = { readonly class: string; readonly kind: string; readonly mask?: string };
type Schema = Worded & {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly 'x-privacy'?: Privacy;
  readonly 'x-fallback'?: string;
  readonly 'x-enum-descriptions'?: CodesFacts['meanings'];
};

/** Classes whose values are never printed. */
const PERSONAL: readonly string[] = ['personal', 'sensitive', 'secret'];
/** Kinds of text in which a masked value would be taken for a plain one. */
const PLAIN =
  /^(person-name|phone[.](mobile|landline|virtual)|email|addr[.](division|road|building|unit|freetext|code)|plate-number)$/;

const SCHEMAS = new URL('schemas/', CONTRACT);
const nameOf = (reference: string): string => reference.replace(/^.*\/|[.]json$/g, '');
const pascalCase = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Messages and code lists of the published schemas; an object without a name is called after where it stands. */
export const messagesOf = (): {
  readonly messages: Readonly<Record<string, MessageFacts>>;
  readonly codes: Readonly<Record<string, CodesFacts>>;
} => {
  const schemas = new Map(
    readdirSync(SCHEMAS)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => [nameOf(file), readJson<Schema>(new URL(file, SCHEMAS))] as const),
  );
  const messages = new Map<string, MessageFacts>();
  const codes = new Map<string, CodesFacts>();

  const addMessage = (name: string, schema: Schema): void => {
    if (messages.has(name)) throw new Error(`two objects of the contract are called ${name}`);
    const { title = name, properties = {}, required = [] } = schema;
    const members = Object.entries(properties).map(([member, one]) =>
      memberFacts(name, member, one, required.includes(member)),
    );
    messages.set(name, { title, ...wordsOf(schema), members });
  };

  const valueFacts = (schema: Schema, place: string): ValueFacts => {
    if (schema.$ref !== undefined) {
      const name = nameOf(schema.$ref);
      const target = schemas.get(name);
      if (target === undefined) throw new Error(`the contract has no schema ${name}`);
      if (target.enum !== undefined && target.type === 'string') return { is: 'CODE', name };
      if (target.properties !== undefined) return { is: 'MESSAGE', name };
      return valueFacts(target, name);
    }
    if (schema.type === 'array')
      return { is: 'LIST', of: valueFacts(schema.items ?? {}, `${place}Item`) };
    if (schema.type === 'object') {
      if (schema.properties === undefined) return { is: 'ANY' };
      addMessage(place, schema);
      return { is: 'MESSAGE', name: place };
    }
    if (schema.type === 'integer') return { is: 'WHOLE' };
    if (schema.type === 'boolean') return { is: 'FLAG' };
    if (schema.type !== 'string') throw new Error(`nothing says what a value of ${place} is`);
    return { is: schema.format === 'date-time' ? 'INSTANT' : 'TEXT' };
  };

  const memberFacts = (
    message: string,
    name: string,
    schema: Schema,
    required: boolean,
  ): MemberFacts => {
    const target = schema.$ref === undefined ? schema : schemas.get(nameOf(schema.$ref));
    // of a list it is its items that say what they mean for privacy
    const item = target?.items;
    const ofItem = item?.$ref === undefined ? item : schemas.get(nameOf(item.$ref));
    const privacy = [schema, target, item, ofItem].find((one) => one?.['x-privacy'])?.['x-privacy'];
    const value = valueFacts(schema, `${message}${pascalCase(name)}`);
    const isText = value.is === 'TEXT' || (value.is === 'LIST' && value.of.is === 'TEXT');
    return {
      name,
      title: schema.title ?? target?.title ?? name,
      ...wordsOf(schema, target),
      value,
      required,
      isPersonal: PERSONAL.includes(privacy?.class ?? ''),
      isPlain: isText && privacy?.mask === undefined && PLAIN.test(privacy?.kind ?? ''),
    };
  };

  for (const [name, schema] of schemas) {
    if (schema.enum !== undefined && schema.type === 'string')
      codes.set(name, {
        title: schema.title ?? name,
        ...wordsOf(schema),
        codes: schema.enum,
        meanings: schema['x-enum-descriptions'] ?? {},
        ...(schema['x-fallback'] === undefined ? {} : { fallback: schema['x-fallback'] }),
      });
    else if (schema.properties !== undefined) addMessage(name, schema);
  }
  const sorted = <T>(map: ReadonlyMap<string, T>): Readonly<Record<string, T>> =>
    Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { messages: sorted(messages), codes: sorted(codes) };
};
