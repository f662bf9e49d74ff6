import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf, Ref } from '../define/index.ts';
import { villageStation } from './_examples.ts';
import { PLACE_READERS } from './place-readers.ts';
import { regionQuery } from './region-query.ts';
import { ServicePoint } from './service-point.ts';
import { PointCapability, ServicePointKind } from './service-point-codes.ts';

export const ServicePointPage = pageOf(ServicePoint, { en: 'service points', zh: '服务点' });
export type ServicePointPage = Static<typeof ServicePointPage>;

export const listServicePoints = defineOperation({
  name: 'list-service-points',
  since: '1.0',
  title: { en: 'List service points', zh: '服务点列表' },
  description: {
    en: "Searches by region; a person's position is never sent. Nearest first is the reader's to work out.",
    zh: '按区划查询，不发送个人位置；按距离排序由查询方自行完成。',
  },
  servedBy: ['hub', 'courier', 'service-point'],
  calledBy: PLACE_READERS,
  method: 'GET',
  path: '/v1/service-points',
  query: {
    regionCode: regionQuery,
    kind: Ref(ServicePointKind),
    capability: Ref(PointCapability),
  },
  answer: { status: 200, body: ServicePointPage },
  problems: ['CURSOR_EXPIRED'],
  requirements: [
    {
      id: 'SVP-001',
      level: 'MUST',
      roles: ['service-point'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Coordinates name their reference system.',
        zh: '坐标须注明坐标系。',
      },
      wire: '`crs` present',
      judgedBy: 'check',
    },
  ],
  examples: {
    answer: {
      valid: { 'the only page': { items: [villageStation] }, 'none there': { items: [] } },
      invalid: {
        'items is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item is an id': {
          value: { items: [villageStation.pointId] },
          breaks: { pointer: '/items/0', rule: 'type' },
        },
      },
    },
  },
});
