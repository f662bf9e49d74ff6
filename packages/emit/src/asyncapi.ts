import {
  DELIVERY_HEADERS,
  EVENT_MEDIA_TYPES,
  type EventEntry,
  nameOf,
  PARAMETERS,
  type PlainSchema,
  privacyMax,
  type Registry,
  ROLES,
  type Role,
  STANDARD,
  type Text,
} from '@openwaybill/schemas';
import type { Emitter } from './artefacts.ts';
import { jsonText } from './json-text.ts';
import { schemaComponents } from './openapi/components.ts';
import { asDraft07, OPENAPI_30 } from './openapi/dialect.ts';
import { deliveries, notification, notificationName, pascalCase } from './openapi/webhook.ts';

const CLOUD_EVENT = EVENT_MEDIA_TYPES[0];

/** Name of the schema of the headers of a delivery. */
const HEADERS = 'DeliveryHeaders';

/** The headers that name and sign a delivery, as the schema of an object. */
const deliveryHeaders = (): PlainSchema => ({
  title: 'Headers of a delivery',
  'x-title-zh': '投递头部',
  type: 'object',
  required: DELIVERY_HEADERS.map((key) => PARAMETERS[key].name),
  properties: Object.fromEntries(
    DELIVERY_HEADERS.map((key) => {
      const { name, description, 'x-description-zh': zh, schema } = PARAMETERS[key];
      return [name, { description, 'x-description-zh': zh, ...schema }];
    }),
  ),
});

const texts = ({ title, description }: Pick<EventEntry, 'title' | 'description'>): PlainSchema => ({
  title: title.en,
  'x-title-zh': title.zh,
  ...(description === undefined
    ? {}
    : { description: description.en, 'x-description-zh': description.zh }),
});

const messageOf = (registry: Registry, event: EventEntry): PlainSchema => {
  const examples = Object.entries(deliveries(registry, event));
  return {
    name: event.type,
    ...texts(event),
    contentType: CLOUD_EVENT,
    headers: { $ref: `#/components/schemas/${HEADERS}` },
    payload: { $ref: `#/components/schemas/${notificationName(event)}` },
    ...(examples.length === 0
      ? {}
      : {
          examples: examples.map(([name, { summary, value }]) => ({
            name,
            summary,
            payload: value,
          })),
        }),
    'x-dataschema': event.data.$id,
    'x-data-schema': nameOf(event.data),
    'x-privacy-max': privacyMax(registry.schemas, event.data),
    'x-requirements': event.requirements.map(({ id }) => id),
    'x-since': event.since,
  };
};

/** `service-point` to `ServicePoint`. */
const roleName = (role: Role): string => pascalCase(role.replaceAll('-', '.'));

/** An event and one role that receives it: a channel, and an operation at each end of it. */
type Lane = { readonly event: EventEntry; readonly role: Role; readonly name: string };

const lanesOf = (registry: Registry): readonly Lane[] =>
  registry.events.flatMap((event) =>
    event.to.map((role) => ({ event, role, name: `${pascalCase(event.type)}To${roleName(role)}` })),
  );

const channelOf = ({ event, role }: Lane): PlainSchema => ({
  address: '{endpoint}',
  ...texts(event),
  servers: [{ $ref: '#/servers/endpoint' }, { $ref: '#/servers/jetstream' }],
  parameters: {
    endpoint: {
      description:
        'By HTTP, the path that the receiver named in its subscription; by JetStream, the subject.',
      'x-description-zh': '经 HTTP 时为接收方在订阅中指定的路径；经 JetStream 时为主题。',
      examples: ['hooks/openwaybill', `${event.type}.${role}`],
    },
  },
  messages: {
    [pascalCase(event.type)]: { $ref: `#/components/messages/${pascalCase(event.type)}` },
  },
  'x-received-by': role,
});

const operationOf = (lane: Lane, action: 'send' | 'receive'): PlainSchema => {
  const { event, role, name } = lane;
  const by = action === 'send' ? event.from : [role];
  return {
    action,
    channel: { $ref: `#/channels/${name}` },
    ...texts(event),
    security: [{ $ref: '#/components/securitySchemes/signature' }],
    bindings: {
      http: { method: 'POST', bindingVersion: '0.3.0' },
      nats: { bindingVersion: '0.1.0' },
    },
    messages: [{ $ref: `#/channels/${name}/messages/${pascalCase(event.type)}` }],
    'x-roles': by,
  };
};

/** What the events are, as the document begins. */
export const ABOUT_EVENTS: Text = {
  en: 'Events that parties of the standard tell each other. Delivery by HTTP is normative, by NATS JetStream informative. Examples are invented.',
  zh: '标准各方之间通知的事件。经 HTTP 投递为规范性内容，经 NATS JetStream 为资料性内容。示例均为虚构。',
};

/** The AsyncAPI 3 document of every event: a channel for each role that receives it. */
export const asyncApiDocument = (registry: Registry, about: Text = ABOUT_EVENTS): PlainSchema => {
  const lanes = lanesOf(registry);
  const messages = Object.fromEntries(
    registry.events.map((event) => [pascalCase(event.type), messageOf(registry, event)]),
  );
  const own = Object.fromEntries(
    registry.events.map((event) => [notificationName(event), notification(registry, event)]),
  );
  return {
    asyncapi: '3.0.0',
    info: {
      title: STANDARD.name.en,
      version: registry.version,
      description: about.en,
      // as the OpenAPI versions that know addresses only
      license: OPENAPI_30.license,
      'x-title-zh': STANDARD.name.zh,
      'x-description-zh': about.zh,
    },
    defaultContentType: CLOUD_EVENT,
    servers: {
      endpoint: {
        host: '{receiver}',
        protocol: 'https',
        description: 'The host that the receiver named in its subscription.',
        'x-description-zh': '接收方在订阅中指定的主机。',
        variables: { receiver: { default: 'receiver.test' } },
      },
      jetstream: {
        host: 'nats.test:4222',
        protocol: 'nats',
        description: 'A stream that both parties have agreed on (informative).',
        'x-description-zh': '双方约定的流（资料性）。',
      },
    },
    channels: Object.fromEntries(lanes.map((lane) => [lane.name, channelOf(lane)])),
    operations: Object.fromEntries(
      lanes.flatMap((lane) => [
        [`send${lane.name}`, operationOf(lane, 'send')],
        [`receive${lane.name}`, operationOf(lane, 'receive')],
      ]),
    ),
    components: {
      securitySchemes: {
        signature: {
          type: 'httpApiKey',
          in: 'header',
          name: PARAMETERS.WebhookSignature.name,
          description: PARAMETERS.WebhookSignature.description,
          'x-description-zh': PARAMETERS.WebhookSignature['x-description-zh'],
        },
      },
      messages,
      schemas: Object.fromEntries(
        Object.entries(
          schemaComponents(registry, messages, { ...own, [HEADERS]: deliveryHeaders() }),
        ).map(([name, schema]) => [name, asDraft07(schema)]),
      ),
    },
    'x-roles': Object.fromEntries(
      [...new Set(lanes.map(({ role }) => role))].toSorted().map((role) => [role, ROLES[role]]),
    ),
  };
};

/** AsyncAPI 3: the events of the standard. */
export const asyncApi: Emitter = (registry) =>
  new Map([['asyncapi-3.json', jsonText(asyncApiDocument(registry))]]);
