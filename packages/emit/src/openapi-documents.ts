import {
  type PlainSchema,
  type Registry,
  ROLES,
  type Role,
  STANDARD,
  type Text,
} from '@openwaybill/schemas';
import type { Emitter } from './artefacts.ts';
import { jsonText } from './json-text.ts';
import { type Dialect, OPENAPI_30 } from './openapi/dialect.ts';
import { openApiDocument } from './openapi/document.ts';

/** What the standard is, as its documents begin. */
export const ABOUT: Text = {
  en: `${STANDARD.title.en}. Examples are invented.`,
  zh: `${STANDARD.title.zh}。示例均为虚构。`,
};

/** The document of everything in a dialect. `about` says more where more is to be said. */
export const wholeDocument = (
  registry: Registry,
  dialect?: Dialect,
  about: Text = ABOUT,
): PlainSchema =>
  openApiDocument(
    registry,
    {
      title: STANDARD.name,
      description: about,
      operations: registry.operations,
      events: registry.events,
    },
    dialect,
  );

/** OpenAPI: everything in 3.1 and in its twin 3.0, and a document in 3.1 for each role that serves anything, of what it serves and receives. */
export const openApi: Emitter = (registry) =>
  new Map([
    ['openapi-3.1.json', jsonText(wholeDocument(registry))],
    ['openapi-3.0.json', jsonText(wholeDocument(registry, OPENAPI_30))],
    ...(Object.keys(ROLES) as Role[]).flatMap((role) => {
      const operations = registry.operations.filter(({ servedBy }) => servedBy.includes(role));
      if (operations.length === 0) return [];
      const document = openApiDocument(registry, {
        title: {
          en: `${STANDARD.name.en}: ${ROLES[role].en}`,
          zh: `${STANDARD.name.zh}：${ROLES[role].zh}`,
        },
        description: {
          en: `What the role "${role}" serves, and the events that it receives. Examples are invented.`,
          zh: `${ROLES[role].zh}提供的操作与接收的事件。示例均为虚构。`,
        },
        operations,
        events: registry.events.filter(({ to }) => to.includes(role)),
      });
      return [[`openapi/${role}.json`, jsonText(document)] as const];
    }),
  ]);
