import { registry } from '@openwaybill/schemas';

type Schema = Readonly<Record<string, unknown>> & {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly uniqueItems?: boolean;
  readonly 'x-check'?: string;
  readonly 'x-privacy'?: { readonly mask?: string };
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly format?: string;
};

/** One change at one place, meant to break one constraint. */
export type Mutation = {
  readonly kind:
    | 'required'
    | 'type'
    | 'null'
    | 'float'
    | 'bound'
    | 'length'
    | 'pattern'
    | 'code'
    | 'check'
    | 'naive'
    | 'items'
    | 'branch'
    | 'unknown'
    | 'plaintext'
    | 'masked'
    | 'digits'
    | 'rule';
  readonly body: unknown;
};

const byId = new Map(
  [...registry.schemas.values()].map(({ schema }) => [schema.$id, schema as unknown as Schema]),
);

/** A schema with what its reference adds. */
const resolved = (schema: Schema): Schema => {
  const target = schema.$ref === undefined ? undefined : byId.get(schema.$ref);
  if (target === undefined) return schema;
  const { $ref: _followed, ...own } = schema;
  return { ...resolved(target), ...own };
};

/** A copy of a value with the part at a path changed; `undefined` drops it. */
const changed = (root: unknown, path: readonly (string | number)[], part: unknown): unknown => {
  const [head, ...rest] = path;
  if (head === undefined) return part;
  if (Array.isArray(root))
    return root.map((one, index) => (index === head ? changed(one, rest, part) : one));
  const made = changed((root as Record<string, unknown>)[head], rest, part);
  const { [String(head)]: _old, ...others } = root as Record<string, unknown>;
  return made === undefined ? others : { ...(root as object), [head]: made };
};

/** What no mask lets through. */
const PLAIN = '张三丰';

/** A text of so many characters, in the letters that it has. */
const stretched = (value: string, length: number): string => {
  const letters = value === '' ? ['a'] : [...value];
  return Array.from({ length }, (_, at) => letters[at] ?? letters.at(-1)).join('');
};

/** The same text with its last character, or the digit before the last letters, changed. */
const otherEndings = (value: string): readonly string[] => {
  const at = value.search(/[0-9](?=[^0-9]*$)/);
  const digit = Number(value[at]);
  return [
    ...(at < 0 ? [] : [`${value.slice(0, at)}${(digit + 1) % 10}${value.slice(at + 1)}`]),
    `${value.slice(0, -1)}${value.endsWith('7') ? '3' : '7'}`,
  ];
};

const NAIVE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})/;

function* ofLeaf(schema: Schema, value: unknown): Generator<readonly [Mutation['kind'], unknown]> {
  yield ['null', null];
  switch (typeof value) {
    case 'string':
      yield ['type', 12_345];
      if (schema.enum !== undefined || schema.anyOf !== undefined) yield ['code', 'NO_SUCH_CODE'];
      if (schema.format === 'date-time') {
        const naive = NAIVE.exec(value)?.[1];
        if (naive !== undefined) yield ['naive', naive];
      }
      if (schema.maxLength !== undefined) yield ['length', stretched(value, schema.maxLength + 1)];
      if (schema.minLength !== undefined && schema.minLength > 0)
        yield ['length', [...value].slice(0, schema.minLength - 1).join('')];
      if (schema.pattern !== undefined && schema['x-privacy']?.mask === undefined)
        yield ['pattern', `§${[...value].slice(1).join('')}`];
      if (schema['x-check'] !== undefined)
        for (const other of otherEndings(value)) yield ['check', other];
      if (schema['x-privacy']?.mask !== undefined) yield ['plaintext', PLAIN];
      if (
        schema.enum === undefined &&
        schema.pattern === undefined &&
        schema.format === undefined
      ) {
        yield ['masked', `张**${value}`];
        yield ['digits', `${value} 1990000`.slice(-(schema.maxLength ?? 100))];
      }
      break;
    case 'number':
      yield ['type', String(value)];
      yield ['float', value + 0.5];
      // the sum of its neighbours, or an order among them, may not be right any more
      if (Number.isSafeInteger(value)) yield ['rule', value + 1];
      if (schema.minimum !== undefined) yield ['bound', schema.minimum - 1];
      if (schema.maximum !== undefined) yield ['bound', schema.maximum + 1];
      break;
    case 'boolean':
      yield ['type', String(value)];
      break;
    default:
  }
}

function* walk(
  root: unknown,
  given: Schema,
  value: unknown,
  path: readonly (string | number)[],
): Generator<Mutation> {
  const schema = resolved(given);
  const at = (kind: Mutation['kind'], part: unknown): Mutation => ({
    kind,
    body: changed(root, path, part),
  });
  if (Array.isArray(value)) {
    yield at('null', null);
    yield at('type', 'list');
    if ((schema.minItems ?? 0) > 0) yield at('items', []);
    if (schema.maxItems !== undefined && schema.maxItems <= 200 && value.length > 0)
      yield at(
        'items',
        Array.from({ length: schema.maxItems + 1 }, () => value[0]),
      );
    if (schema.uniqueItems === true && value.length > 0) yield at('items', [...value, value[0]]);
    if (schema.items !== undefined && value.length > 0)
      yield* walk(root, schema.items, value[0], [...path, 0]);
    return;
  }
  if (typeof value === 'object' && value !== null) {
    if (path.length > 0) {
      yield at('null', null);
      yield at('type', 'object');
    }
    yield at('unknown', { ...value, surprise: 1 });
    for (const name of schema.required ?? [])
      if (name in value)
        yield { kind: 'required', body: changed(root, [...path, name], undefined) };
    // one member may ask for another, and two instants have an order
    const optional = Object.keys(value).filter((name) => !(schema.required ?? []).includes(name));
    for (const name of optional)
      yield { kind: 'rule', body: changed(root, [...path, name], undefined) };
    const instants = Object.entries(value).filter(([name]) => /(At|On)$/.test(name));
    for (const [index, [name, one]] of instants.entries()) {
      const [other, later] = instants[index + 1] ?? [];
      if (other !== undefined) yield at('rule', { ...value, [name]: later, [other]: one });
    }
    if (schema.anyOf !== undefined && 'kind' in value)
      yield at('branch', { ...value, kind: 'NO_SUCH_KIND' });
    for (const [name, part] of Object.entries(value)) {
      const member = schema.properties?.[name];
      if (member !== undefined) yield* walk(root, member, part, [...path, name]);
    }
    return;
  }
  for (const [kind, part] of ofLeaf(schema, value)) yield at(kind, part);
}

/**
 * Every way to make one thing wrong in a valid message of a schema: at each place, and as the examples of the schema
 * that are wrong by its own rules.
 */
export function* mutationsOf(schemaName: string, value: unknown): Generator<Mutation> {
  const entry = registry.schemas.get(schemaName);
  if (entry === undefined) throw new Error(`the registry has no schema ${schemaName}`);
  yield* walk(value, entry.schema as unknown as Schema, value, []);
  for (const { value: body } of Object.values(entry.examples.invalid)) yield { kind: 'rule', body };
}
