import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf } from '../define/index.ts';
import { arrived } from './_examples.ts';
import { TrackingEvent } from './tracking-event.ts';

/** A page of the stored events of one parcel. */
export const TrackingEventPage = pageOf(TrackingEvent, {
  en: 'Tracking event',
  zh: '轨迹事件',
});
export type TrackingEventPage = Static<typeof TrackingEventPage>;

/** Lists every stored event: duplicates, withdrawn ones and corrections too. */
export const listParcelEvents = defineOperation({
  name: 'list-parcel-events',
  since: '1.0',
  title: { en: 'List the events of a parcel', zh: '列出包裹轨迹' },
  description: {
    en: 'Every stored event, by occurredAt, rank of the code, recordedAt and eventId; so the order is that of the fold and not that of arrival.',
    zh: '全部已存事件，按发生时刻、代码等级、记录时刻、事件标识排列，即折叠次序而非到达次序。',
  },
  servedBy: ['courier', 'hub'],
  calledBy: [
    'platform',
    'courier',
    'merchant',
    'isv',
    'service-point',
    'locker',
    'warehouse',
    'hub',
  ],
  method: 'GET',
  path: '/v1/parcels/{carrierCode}/{waybillNo}/events',
  answer: { status: 200, body: TrackingEventPage },
  problems: ['NOT_FOUND', 'CURSOR_EXPIRED'],
  requirements: [],
  examples: {
    answer: {
      valid: {
        'one event, and more to come': {
          items: [{ ...arrived, anomaly: false }],
          nextCursor: 'b3JkZXI6Nw',
        },
        'waybill without events': { items: [] },
      },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'item without a known code': {
          value: { items: [{ ...arrived, eventCode: 'ARRIVED' }] },
          breaks: { pointer: '/items/0/eventCode', rule: 'enum' },
        },
      },
    },
  },
});
