import { isPage, nameIn, type Registry } from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate';
import type { Schemas } from '../schema-walk.ts';
import type { Grant } from './grants.ts';
import { type Projection, projectMessage } from './message.ts';

/** What a body is made of for an agreement: the message itself, the items of a page or batch, or its results. */
export type AgreedUnit = { readonly messageName: string; readonly list?: 'items' | 'results' };

type Entry = NonNullable<ReturnType<Registry['schemas']['get']>>;
type Node = { readonly [keyword: string]: Node };

const itemName = (node: Node | undefined): string => nameIn(String(node?.$ref ?? ''));

/** The message that an agreement names for a body; a page and a batch are projected item by item. */
export const unitOf = ({ name, schema }: Pick<Entry, 'name' | 'schema'>): AgreedUnit => {
  const properties = (schema.properties ?? {}) as Node;
  const items = itemName(properties.items?.items);
  if (items !== '' && (isPage(schema) || name.endsWith('Batch')))
    return { messageName: items, list: 'items' };
  const result = itemName(properties.results?.items?.properties?.resource);
  if (result !== '' && name.endsWith('BatchResult'))
    return { messageName: result, list: 'results' };
  return { messageName: name };
};

type Result = { readonly resource?: unknown };

/** A whole body under an agreement. One item that may not leave holds back the body that it is in. */
export const projectBody = (
  body: unknown,
  schemaName: string,
  grantsOf: (messageName: string) => readonly Grant[],
  registry: Schemas,
): Projection => {
  const entry = registry.schemas.get(schemaName);
  if (entry === undefined) return { ok: false, code: 'AGREEMENT_MISSING' };
  const { messageName, list } = unitOf(entry);
  const grants = grantsOf(messageName);
  const one = (value: unknown): Projection => projectMessage(value, messageName, grants, registry);
  if (list === undefined) return one(body);
  const whole = body as Readonly<Record<string, readonly unknown[]>>;
  const projected: unknown[] = [];
  for (const item of whole[list] ?? []) {
    const { resource } = item as Result;
    if (list === 'results' && resource === undefined) {
      projected.push(item);
      continue;
    }
    const left = one(list === 'results' ? resource : item);
    if (!left.ok) return left;
    projected.push(list === 'results' ? { ...(item as object), resource: left.value } : left.value);
  }
  return { ok: true, value: { ...whole, [list]: projected } };
};

/** The places of `extensions` in a message: each needs a grant of its own. */
export const extensionPointersOf = (messageName: string, registry: Schemas): readonly string[] => {
  const found: string[] = [];
  const walk = (node: JsonSchema, pointer: string, seen: readonly string[]): void => {
    if (typeof node.$ref === 'string') {
      const name = nameIn(node.$ref);
      if (name === 'Extensions') found.push(pointer);
      const next = registry.schemas.get(name)?.schema;
      if (next !== undefined && !seen.includes(name)) walk(next, pointer, [...seen, name]);
      return;
    }
    for (const [member, one] of Object.entries((node.properties ?? {}) as Node))
      walk(one as JsonSchema, `${pointer}/${member}`, seen);
    if (node.items !== undefined) walk(node.items as JsonSchema, `${pointer}/*`, seen);
    for (const $ref of Object.values((node.discriminator as Node | undefined)?.mapping ?? {}))
      walk({ $ref }, pointer, seen);
  };
  const schema = registry.schemas.get(messageName)?.schema;
  if (schema !== undefined) walk(schema, '', [messageName]);
  return [...new Set(found)];
};
