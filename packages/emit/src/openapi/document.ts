import type { EventEntry, OperationEntry, PlainSchema, Registry, Text } from '@openwaybill/schemas';
import { referred, schemaComponents } from './components.ts';
import { type Dialect, inDialect, OPENAPI_31 } from './dialect.ts';
import { grouped } from './grouped.ts';
import { HEADERS } from './headers.ts';
import { operationObject } from './operation.ts';
import { PARAMETER_COMPONENTS } from './parameters.ts';
import { problemResponses } from './problem-responses.ts';
import { notification, notificationName, webhookObject } from './webhook.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const byPath = (registry: Registry, operations: readonly OperationEntry[]) =>
  Object.fromEntries(
    [...grouped(operations, (operation) => operation.path)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, served]) => [
        path,
        Object.fromEntries(
          served
            .toSorted((a, b) => METHODS.indexOf(a.method) - METHODS.indexOf(b.method))
            .map((operation) => [
              operation.method.toLowerCase(),
              operationObject(registry, operation),
            ]),
        ),
      ]),
  );

const SECURITY_SCHEMES = {
  securitySchemes: {
    bearer: {
      type: 'http',
      scheme: 'bearer',
      description:
        'A short token bound to its audience, from OAuth 2.0 client credentials with private_key_jwt.',
      'x-description-zh': '短期且限定受众的令牌，由 OAuth 2.0 客户端凭据与 private_key_jwt 取得。',
    },
  },
};

/** Those of a table of components that the parts of a document refer to, in the order of the table. */
const used = (
  table: Readonly<Record<string, unknown>>,
  kind: string,
  references: ReadonlySet<string>,
) =>
  Object.fromEntries(
    Object.entries(table).filter(([name]) => references.has(`#/components/${kind}/${name}`)),
  );

/** What a document is about: all of the standard, or what one role serves and receives. */
export type Extract = {
  readonly title: Text;
  readonly description: Text;
  readonly operations: readonly OperationEntry[];
  readonly events: readonly EventEntry[];
};

/** An OpenAPI document of some operations and events, with exactly the components that they need. */
export const openApiDocument = (
  registry: Registry,
  extract: Extract,
  dialect: Dialect = OPENAPI_31,
): PlainSchema => {
  const paths = byPath(registry, extract.operations);
  const webhooks = Object.fromEntries(
    extract.events.map((event) => [event.type, { post: webhookObject(registry, event) }]),
  );
  const inbox = registry.operations.filter((operation) => operation.name === 'receive-event');
  const responses = Object.fromEntries(
    [...extract.operations, ...inbox]
      .flatMap((operation) => [...problemResponses(registry, operation).values()])
      .map(({ name, response }) => [name, response] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  const direct = new Set(referred({ paths, webhooks }));
  const usedResponses = used(responses, 'responses', direct);
  const references = new Set([...direct, ...referred(usedResponses)]);
  const parameters = used(PARAMETER_COMPONENTS, 'parameters', references);
  const components = schemaComponents(
    registry,
    { paths, webhooks, usedResponses, parameters },
    Object.fromEntries(
      extract.events.map((event) => [notificationName(event), notification(registry, event)]),
    ),
  );
  const modules = new Set([...extract.operations, ...extract.events].map(({ module }) => module));
  return {
    openapi: dialect.openapi,
    info: {
      title: extract.title.en,
      version: registry.version,
      description: extract.description.en,
      license: dialect.license,
      'x-title-zh': extract.title.zh,
      'x-description-zh': extract.description.zh,
    },
    servers: [
      {
        url: 'https://{host}',
        description: 'The host that the capability document of the party names.',
        'x-description-zh': '当事方能力文档所给出的主机。',
        variables: { host: { default: 'courier.test' } },
      },
    ],
    tags: registry.modules
      .filter((module) => modules.has(module.name))
      .map((module) => ({
        name: module.name,
        description: module.description.en,
        'x-displayName': module.title.en,
        'x-title-zh': module.title.zh,
        'x-description-zh': module.description.zh,
      })),
    ...dialect.served(
      inDialect(paths, dialect) as PlainSchema,
      inDialect(webhooks, dialect) as PlainSchema,
    ),
    components: {
      schemas: Object.fromEntries(
        Object.entries(components).map(([name, schema]) => [name, dialect.schema(schema)]),
      ),
      responses: usedResponses,
      parameters: inDialect(parameters, dialect),
      headers: inDialect(used(HEADERS, 'headers', references), dialect),
      ...(extract.operations.every(({ token }) => token === 'none') ? {} : SECURITY_SCHEMES),
    },
  };
};
