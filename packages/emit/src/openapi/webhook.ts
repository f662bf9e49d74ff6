import {
  camelCase,
  DELIVERY_HEADERS,
  EVENT_MEDIA_TYPES,
  type EventEntry,
  nameOf,
  type OperationEntry,
  orderedSchema,
  type PlainSchema,
  privacyMax,
  type Registry,
} from '@openwaybill/schemas';
import { schemaNamed } from '../schema-named.ts';
import { localRef, received } from './components.ts';
import { examplesOf } from './examples.ts';
import { EVERYWHERE, headers } from './headers.ts';
import { content, inEach } from './operation.ts';
import { parameterRefs } from './parameters.ts';
import { problemResponses } from './problem-responses.ts';

/** `org.openwaybill.waybill.status.changed` to `WaybillStatusChanged`. */
export const pascalCase = (type: string): string => {
  const name = camelCase(type.replace(/^org\.openwaybill\./, '').replaceAll('.', '-'));
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
};

/** Name of the component that is the whole delivery of an event: envelope and payload. */
export const notificationName = (event: EventEntry): string =>
  `${pascalCase(event.type)}Notification`;

/** The envelope with the type and the payload of one event. */
export const notification = (registry: Registry, event: EventEntry): PlainSchema => {
  const envelope = received(schemaNamed(registry, 'CloudEvent'));
  return orderedSchema({
    ...envelope,
    // generators name classes after titles, and the payload may have that of the event
    title: `${event.title.en}: event`,
    'x-title-zh': `${event.title.zh}：事件`,
    ...(event.description === undefined
      ? {}
      : { description: event.description.en, 'x-description-zh': event.description.zh }),
    properties: {
      ...(envelope.properties as PlainSchema),
      type: { type: 'string', const: event.type },
      data: { $ref: localRef(event.data.$id ?? '') },
    },
  });
};

/** An example of the payload in an envelope that is the same for all. */
const enveloped = (event: EventEntry, data: unknown): unknown => ({
  specversion: '1.0',
  id: 'msg_0000000000000001',
  source: 'urn:openwaybill:party:ZZ',
  type: event.type,
  subject: String((data as Readonly<Record<string, unknown>>)[event.subject]),
  time: '2026-11-22T09:30:00+08:00',
  datacontenttype: 'application/json',
  dataschema: event.data.$id,
  sequence: '00000000000000000001',
  data,
});

/** Answers that take an event. One whose payload has all that the inbox may answer with is answered so: a challenge. */
const successes = (registry: Registry, inbox: OperationEntry | undefined, event: EventEntry) => {
  const { body } = inbox?.answer ?? {};
  const repeats =
    body !== undefined &&
    Object.keys(body.properties ?? {}).every((member) => member in event.data.properties);
  return repeats
    ? {
        '200': {
          description: 'The same value, which proves who receives.',
          'x-description-zh': '原样返回该值，以证明接收方身份。',
          headers: headers(EVERYWHERE),
          content: content(registry, body),
        },
      }
    : {
        '204': {
          description: 'Taken, also when it was taken before.',
          'x-description-zh': '已接收；此前已接收的同样如此答复。',
          headers: headers(EVERYWHERE),
        },
      };
};

/** The valid examples of an event as they are delivered, by a key. */
export const deliveries = (registry: Registry, event: EventEntry) =>
  Object.fromEntries(
    Object.entries(examplesOf(registry, event.data)).map(([key, { summary, value }]) => [
      key,
      { summary, value: enveloped(event, value) },
    ]),
  );

/** What a receiver serves for one event. Its refusals are those of `receive-event`. */
export const webhookObject = (registry: Registry, event: EventEntry) => {
  const inbox = registry.operations.find((operation) => operation.name === 'receive-event');
  const examples = deliveries(registry, event);
  return {
    operationId: `on${pascalCase(event.type)}`,
    summary: event.title.en,
    ...(event.description === undefined
      ? {}
      : { description: event.description.en, 'x-description-zh': event.description.zh }),
    tags: [event.module],
    security: [],
    parameters: parameterRefs(['OpenWaybillVersion', ...DELIVERY_HEADERS, 'TraceParent']),
    requestBody: {
      required: true,
      content: inEach(EVENT_MEDIA_TYPES, {
        schema: { $ref: `#/components/schemas/${notificationName(event)}` },
        ...(Object.keys(examples).length === 0 ? {} : { examples }),
      }),
    },
    responses: {
      ...successes(registry, inbox, event),
      ...Object.fromEntries(
        [...(inbox === undefined ? [] : problemResponses(registry, inbox))].map(
          ([status, { name }]) => [String(status), { $ref: `#/components/responses/${name}` }],
        ),
      ),
    },
    'x-title-zh': event.title.zh,
    'x-module': event.module,
    'x-sent-by': event.from,
    'x-received-by': event.to,
    'x-since': event.since,
    'x-data-schema': nameOf(event.data),
    ...(event.lifecycle === undefined ? {} : { 'x-lifecycle': event.lifecycle }),
    'x-requirements': event.requirements.map((requirement) => requirement.id),
    'x-privacy-max': privacyMax(registry.schemas, event.data),
  };
};
