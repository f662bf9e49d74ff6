import {
  isAtLeast,
  nameIn,
  nameOf,
  type OperationEntry,
  type Privacy,
  registry,
  wordNameOf,
} from '@openwaybill/schemas';
import { stepOf } from '@openwaybill/validate';

/** One line of a body as a card shows it. */
export type ShownLine = {
  readonly text: string;
  /** RFC 6901: the value that begins on this line. */
  readonly pointer: string;
};

export type ShownBody = {
  readonly lines: readonly ShownLine[];
  /** Whether a value was left out. */
  readonly hides: boolean;
};

type Schema = Readonly<Record<string, unknown>>;

const schemaNamed = (name: string | undefined): Schema | undefined =>
  name === undefined ? undefined : registry.schemas.get(name)?.schema;
const payloads = new Map<string, Schema>(registry.events.map(({ type, data }) => [type, data]));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** References followed, a union resolved by the value; what stands beside a reference decides. */
const resolved = (schema: Schema | undefined, value: unknown): Schema | undefined => {
  if (schema === undefined) return undefined;
  if (typeof schema.$ref === 'string') {
    const { $ref, ...beside } = schema;
    const referred = schemaNamed(nameIn(String($ref)));
    return referred && resolved({ ...referred, ...beside }, value);
  }
  const union = schema.discriminator as
    | { readonly propertyName: string; readonly mapping?: Readonly<Record<string, string>> }
    | undefined;
  if (union === undefined) return schema;
  const code = isObject(value) ? value[union.propertyName] : undefined;
  const branch = typeof code === 'string' ? union.mapping?.[code] : undefined;
  return branch === undefined ? undefined : resolved({ $ref: branch }, value);
};

/** The class and kind of a member in place of its value, where it is above class `business` or not known. */
const placeholder = (schema: Schema | undefined, value: unknown): string | undefined => {
  const privacy = schema?.['x-privacy'] as Privacy | undefined;
  if (privacy === undefined) return `<unknown: ${value === null ? 'null' : typeof value}>`;
  return isAtLeast(privacy.class, 'pseudonymous')
    ? `<${privacy.class}: ${privacy.kind}>`
    : undefined;
};

/** What a schema says of a member; an envelope says of its data what the type of the event says. */
const memberSchema = (
  schema: Schema | undefined,
  name: string,
  holder: Readonly<Record<string, unknown>>,
): Schema | undefined => {
  if (name === 'data' && String(schema?.$id).endsWith('/CloudEvent.json'))
    return payloads.get(String(holder.type));
  const properties = (schema?.properties ?? {}) as Readonly<Record<string, Schema>>;
  if (Object.hasOwn(properties, name)) return properties[name];
  // private data of two parties: the annotation of the whole holds for each member
  if (schema?.additionalProperties === true && schema['x-privacy'] !== undefined)
    return { 'x-privacy': schema['x-privacy'], additionalProperties: true };
  return undefined;
};

/** A JSON value over lines; members above class `business` are shown as class and kind. */
export const shownBody = (value: unknown, schemaName: string | undefined): ShownBody => {
  const lines: ShownLine[] = [];
  let hides = false;
  const write = (
    one: unknown,
    written: Schema | undefined,
    pointer: string,
    before: string,
    after: string,
    indent: string,
  ): void => {
    const schema = resolved(written, one);
    const put = (text: string): void => {
      lines.push({ text: `${indent}${text}`, pointer });
    };
    if (Array.isArray(one) && one.length > 0) {
      put(`${before}[`);
      const items = (schema?.items ??
        (schema?.additionalProperties === true ? schema : undefined)) as Schema | undefined;
      for (const [at, item] of one.entries())
        write(item, items, `${pointer}/${at}`, '', at < one.length - 1 ? ',' : '', `${indent}  `);
      put(`]${after}`);
      return;
    }
    if (isObject(one) && Object.keys(one).length > 0) {
      put(`${before}{`);
      const names = Object.keys(one);
      for (const [at, name] of names.entries())
        write(
          one[name],
          memberSchema(schema, name, one),
          `${pointer}${stepOf(name)}`,
          `${JSON.stringify(name)}: `,
          at < names.length - 1 ? ',' : '',
          `${indent}  `,
        );
      put(`}${after}`);
      return;
    }
    const isEmptyHolder = typeof one === 'object' && one !== null;
    const hidden = isEmptyHolder ? undefined : placeholder(schema, one);
    if (hidden !== undefined) hides = true;
    put(`${before}${hidden ?? JSON.stringify(one)}${after}`);
  };
  write(value, schemaNamed(schemaName), '', '', '', '');
  return { lines, hides };
};

/** The line of a pointer, or of the nearest value around it that is there. */
export const lineOf = (lines: readonly ShownLine[], pointer: string): number => {
  for (let path = pointer; ; path = path.slice(0, path.lastIndexOf('/'))) {
    const at = lines.findIndex((line) => line.pointer === path);
    if (at >= 0 || path === '') return at;
  }
};

const segmentsOf = (path: string): readonly string[] => path.split('/');

const operationAt = (pathname: string): OperationEntry | undefined => {
  const given = segmentsOf(pathname);
  return registry.operations
    .filter(({ path }) => {
      const wanted = segmentsOf(path);
      return (
        wanted.length === given.length &&
        wanted.every((segment, at) => segment.startsWith('{') || segment === given[at])
      );
    })
    .sort((a, b) => a.pathParameters.length - b.pathParameters.length)[0];
};

const wordOf = (parameter: string): Schema | undefined =>
  schemaNamed(wordNameOf(registry.schemas, parameter) ?? '');

/** Path and query of an address, with the values above class `business` shown as class and kind. */
export const shownAddress = (url: string): { readonly text: string; readonly hides: boolean } => {
  const { pathname, searchParams } = new URL(url, 'http://system.test');
  const operation = operationAt(pathname);
  const wanted = operation === undefined ? [] : segmentsOf(operation.path);
  let hides = false;
  const hide = (text: string): string => {
    hides = true;
    return text;
  };
  const path = segmentsOf(pathname).map((segment, at) => {
    const parameter = /^\{(\w+)\}$/.exec(wanted[at] ?? '')?.[1];
    if (parameter !== undefined) {
      const hidden = placeholder(wordOf(parameter), segment);
      return hidden === undefined ? segment : hide(hidden);
    }
    return operation !== undefined || /^(v[0-9]+|[a-z.-]*)$/.test(segment)
      ? segment
      : hide('<unknown: string>');
  });
  const query = [...searchParams].map(([name, value]) => {
    const schema = operation?.query?.[name] as Schema | undefined;
    const isPaging = name === 'cursor' || name === 'limit';
    const hidden = isPaging ? undefined : placeholder(resolved(schema, value), value);
    return `${name}=${hidden === undefined ? value : hide(hidden)}`;
  });
  return { text: `${path.join('/')}${query.length > 0 ? `?${query.join('&')}` : ''}`, hides };
};

/** The name of the schema of a body: what the operation takes or answers, a problem, or an event. */
export const schemaOfBody = (
  operation: OperationEntry | undefined,
  side: 'request' | 'response',
  about: { readonly status: number; readonly isEvent: boolean },
): string | undefined => {
  if (side === 'response' && about.status >= 400) return 'Problem';
  if (side === 'request' && about.isEvent) return 'CloudEvent';
  const schema = side === 'request' ? operation?.request : operation?.answer.body;
  return schema?.$id === undefined ? undefined : nameOf(schema);
};
