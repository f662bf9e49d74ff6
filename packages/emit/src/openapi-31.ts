import { type Registry, ROLES, type Role } from '@openwaybill/schemas';
import type { Emitter } from './artefacts.ts';
import { jsonText } from './json-text.ts';
import { openApiDocument } from './openapi/document.ts';

const whole = (registry: Registry) =>
  openApiDocument(registry, {
    title: 'OpenWaybill',
    description: {
      en: 'Exchange of data between e-commerce platforms and couriers. Examples are invented.',
      zh: '电子商务与快递物流数据交换接口标准。示例均为虚构。',
    },
    operations: registry.operations,
    events: registry.events,
  });

/** OpenAPI 3.1: one document of everything, and one for each role that serves anything, of what it serves and receives. */
export const openApi: Emitter = (registry) =>
  new Map([
    ['openapi-3.1.json', jsonText(whole(registry))],
    ...(Object.keys(ROLES) as Role[]).flatMap((role) => {
      const operations = registry.operations.filter(({ servedBy }) => servedBy.includes(role));
      if (operations.length === 0) return [];
      const document = openApiDocument(registry, {
        title: `OpenWaybill: ${ROLES[role].en}`,
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
