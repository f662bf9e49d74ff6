import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { callsText } from './generator/calls-text.ts';
import type { Material } from './generator/material.ts';
import { tableText } from './generator/table-text.ts';

/** The working contract, which is committed: the client never sees the registry. */
const CONTRACT = new URL('../../../schemas/published/next/', import.meta.url);
const GENERATED = new URL('./generated/', import.meta.url);

type Plain = { readonly [name: string]: unknown };

const readJson = <T = Plain>(file: URL): T => JSON.parse(readFileSync(file, 'utf8'));

/** The same schema inside one document: local references, and no `$id`, which would change their base. */
const local = (text: string): unknown =>
  JSON.parse(text, (keyword, value) =>
    keyword === '$ref'
      ? String(value).replace(/^.*\/([A-Za-z0-9]+)\.json$/, '#/components/schemas/$1')
      : value,
  );

/** Every schema in the sender form as the components of a document without paths. */
const senderDocument = (): Plain => {
  const folder = new URL('schemas/', CONTRACT);
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));
  const schemas = names.map((name) => {
    const text = readFileSync(new URL(`${name}.json`, folder), 'utf8');
    const { $id: _, $schema: __, ...schema } = local(text) as Plain;
    return [name, schema] as const;
  });
  return {
    openapi: '3.1.0',
    info: { title: 'OpenWaybill, sender form', version: '1.0.0' },
    paths: {},
    components: { schemas: Object.fromEntries(schemas) },
  };
};

type Parameter = { readonly $ref?: string; readonly name?: string; readonly in?: string };
type Content = {
  readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>;
};
type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly unknown[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
  readonly 'x-called-by': readonly string[];
  readonly 'x-received-by'?: readonly string[];
  readonly 'x-data-schema'?: string;
  readonly 'x-problem-codes': readonly string[];
};
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;
type Document = {
  readonly info: { readonly version: string };
  readonly paths: Paths;
  readonly webhooks: Paths;
  readonly components: {
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly schemas: Readonly<Record<string, { readonly properties?: Plain }>>;
  };
};
const published = readJson<Document>(new URL('openapi-3.1.json', CONTRACT));

const nameOf = (reference = ''): string => reference.slice(reference.lastIndexOf('/') + 1);
const parameterOf = (parameter: Parameter): Parameter =>
  parameter.$ref === undefined
    ? parameter
    : (published.components.parameters[nameOf(parameter.$ref)] ?? {});

/** Headers and refusals follow from the tables; what is left to be typed are the parameters and the schemas. */
const receiverDocument = (): Plain => ({
  ...(published as unknown as Plain),
  webhooks: {},
  paths: Object.fromEntries(
    Object.entries(published.paths).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, { operationId, summary, parameters }]) => [
          method,
          {
            operationId,
            summary,
            parameters: parameters.filter((one) => parameterOf(one).in !== 'header'),
            responses: {},
          },
        ]),
      ),
    ]),
  ),
  components: {
    schemas: published.components.schemas,
    parameters: Object.fromEntries(
      Object.entries(published.components.parameters).filter(([, one]) => one.in !== 'header'),
    ),
  },
});

const typesOf = async (document: Plain): Promise<string> =>
  astToString(
    // it changes what it is given
    await openapiTS(structuredClone(document) as unknown as OpenAPI3, {
      alphabetize: true,
      defaultNonNullable: false,
      emptyObjectsUnknown: true,
      rootTypes: true,
      rootTypesNoSchemaPrefix: true,
      silent: true,
    }),
  );

const bodyOf = (holder: Content | undefined): string | undefined => {
  const reference = holder?.content?.['application/json']?.schema.$ref;
  return reference === undefined ? undefined : nameOf(reference);
};

/** A replay has a cursor too, but goes on for ever: it is read, not walked. */
const hasItems = (schema = ''): boolean =>
  Object.hasOwn(published.components.schemas[schema]?.properties ?? {}, 'items');

const operationFacts = (path: string, method: string, operation: Operation) => {
  const parameters = operation.parameters.map(parameterOf);
  const has = (name: string): boolean => parameters.some((one) => one.name === name);
  const request = bodyOf(operation.requestBody);
  const answer = Object.entries(operation.responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([, response]) => bodyOf(response))
    .find((name) => name !== undefined);
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    method: method.toUpperCase() as Material['operations'][number]['method'],
    path,
    query: parameters.flatMap((one) => (one.in === 'query' ? [one.name ?? ''] : [])),
    ...(request === undefined ? {} : { request }),
    ...(answer === undefined ? {} : { answer }),
    keyed: has('Idempotency-Key'),
    conditional: has('If-Match'),
    noStore: has('Cache-Control'),
    anonymous: operation.security.length === 0,
    paged: has('cursor') && hasItems(answer),
    calledBy: operation['x-called-by'],
    problems: operation['x-problem-codes'],
  };
};

/** A delivery is made by a sender of events and signed, not called by a client. */
const isDelivery = (operation: Operation): boolean =>
  operation.parameters.some((one) => parameterOf(one).name === 'webhook-id');

type CodeList = {
  readonly name: string;
  readonly extensible?: boolean;
  readonly fallback?: string;
  readonly codes: readonly { readonly code: string }[];
};
type ProblemRow = {
  readonly code: string;
  readonly status: number;
  readonly title: { readonly en: string };
  readonly retryable: boolean;
};

const material = (): Material => {
  const everything = Object.entries(published.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ path, method, operation })),
  );
  const inbox = everything.find(({ operation }) => isDelivery(operation))?.operation;
  const folder = new URL('codelists/json/', CONTRACT);
  return {
    version: published.info.version.split('.').slice(0, 2).join('.'),
    operations: everything
      .filter(({ operation }) => !isDelivery(operation))
      .map(({ path, method, operation }) => operationFacts(path, method, operation))
      .sort((a, b) => (a.operationId < b.operationId ? -1 : 1)),
    events: Object.entries(published.webhooks).flatMap(([type, { post }]) => {
      const notification = bodyOf(post?.requestBody) ?? '';
      return post === undefined
        ? []
        : [
            {
              type,
              summary: post.summary,
              notification,
              payload: post['x-data-schema'] ?? '',
              sentTo: post['x-received-by'] ?? [],
            },
          ];
    }),
    inboxProblems: Object.fromEntries(
      readJson<readonly ProblemRow[]>(new URL('problems.json', CONTRACT))
        .filter(({ code }) => inbox?.['x-problem-codes'].includes(code))
        .map(({ code, status, title, retryable }) => [
          code,
          { status, title: title.en, retryable },
        ]),
    ),
    codeLists: Object.fromEntries(
      readdirSync(folder)
        .sort()
        .map((file) => readJson<CodeList>(new URL(file, folder)))
        .flatMap(({ name, fallback, codes }) =>
          fallback === undefined
            ? []
            : [[name, { codes: codes.map(({ code }) => code), fallback }]],
        ),
    ),
  };
};

/** Sources that a generated client carries as they are. */
const carried = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      'ambient.ts',
      ...readdirSync(new URL('./runtime/', import.meta.url)).map((file) => `runtime/${file}`),
    ].map((path) => [path, readFileSync(new URL(path, import.meta.url), 'utf8')]),
  );

mkdirSync(GENERATED, { recursive: true });
const facts = material();
const receiver = await typesOf(receiverDocument());
const sender = await typesOf(senderDocument());
const files = {
  'receiver.ts': receiver,
  'sender.ts': sender,
  'calls.ts': callsText(facts),
  'tables.ts': tableText(facts),
  'material.ts': `import type { Material } from '../generator/material.ts';

/** What clients are generated from. */
export const MATERIAL: Material = ${JSON.stringify(facts)};
export const RECEIVER_TYPES: string = ${JSON.stringify(receiver)};
export const SENDER_TYPES: string = ${JSON.stringify(sender)};
export const SOURCES: Readonly<Record<string, string>> = ${JSON.stringify(carried())};
`,
};
for (const [file, text] of Object.entries(files)) writeFileSync(new URL(file, GENERATED), text);
