import type { Static } from '@sinclair/typebox';
import {
  Closed,
  Cursor,
  defineOperation,
  Flag,
  idOf,
  ListOf,
  Ref,
  SERVING_ROLES,
  Whole,
  words,
} from '../define/index.ts';
import { CloudEvent } from '../vocabulary/cloud-event.ts';
import { EventType } from '../vocabulary/event-type.ts';

/** Not a page of a list: its cursor is there on the last page too. */
export const ReplayPage = Closed(
  'ReplayPage',
  { en: 'Page of replayed events', zh: '重放分页' },
  {
    en: 'Events that were addressed to the caller, in sequence order.',
    zh: '发往调用方的事件，按序号排列。',
  },
  {
    events: ListOf(
      Ref(CloudEvent),
      0,
      200,
      words(
        { en: 'Events', zh: '事件' },
        { en: 'As they were sent, challenges apart.', zh: '与发送时相同，不含验证事件。' },
      ),
    ),
    nextCursor: Ref(
      Cursor,
      words(
        { en: 'Next cursor', zh: '续读游标' },
        { en: 'Place to go on from, also on the last page.', zh: '续读位置，末页亦有。' },
      ),
    ),
    complete: Flag(
      { en: 'Complete', zh: '已尽' },
      { en: 'Nothing more is kept at this moment.', zh: '此刻再无留存的事件。' },
    ),
  },
);
export type ReplayPage = Static<typeof ReplayPage>;

const replayed: CloudEvent = {
  specversion: '1.0',
  id: 'msg_0000000000000041',
  source: 'urn:openwaybill:party:ZZ',
  type: 'org.openwaybill.continuity.risk.assessed',
  subject: '01935b8a-7c00-7a11-8a01-0000000000f1',
  time: '2026-10-01T09:00:01+08:00',
  datacontenttype: 'application/json',
  dataschema: idOf('RiskAssessed'),
  sequence: '00000000000000000041',
  data: {
    assessmentId: '01935b8a-7c00-7a11-8a01-0000000000f1',
    riskLevel: 'HIGH',
    period: { fromOn: '2026-07-01', toOn: '2027-06-30' },
  },
};

/** The one operation of the module that needs an agreement. */
export const replayEvents = defineOperation({
  name: 'replay-events',
  since: '1.0',
  title: { en: 'Replay events', zh: '重放事件' },
  description: {
    en: 'Only what was addressed to the caller; without cursor from the oldest kept event on. Events are kept at least 30 days, and a cursor as long from its issue.',
    zh: '仅返回发往调用方的事件；未给游标则自留存最早者起。事件至少留存 30 日，游标自签发起有效期相同。',
  },
  servedBy: SERVING_ROLES,
  calledBy: SERVING_ROLES,
  method: 'GET',
  path: '/v1/events',
  query: {
    cursor: Ref(Cursor),
    eventType: Ref(
      EventType,
      words(
        { en: 'Event type', zh: '事件类型' },
        { en: 'Only events of this type.', zh: '仅返回该类型的事件。' },
      ),
    ),
    limit: Whole(
      1,
      200,
      { en: 'Limit', zh: '条数上限' },
      { en: 'Most events of an answer; absent means 50.', zh: '单次返回的事件上限；缺省为 50。' },
    ),
  },
  answer: { status: 200, body: ReplayPage },
  problems: ['CURSOR_EXPIRED'],
  requirements: [
    {
      id: 'CTY-006',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: '`replayEvents` returns every event addressed to the caller, once, in `sequence` order, without a gap.',
        zh: '重放须完整、有序、不重不漏。',
      },
      wire: 'compare sequences',
      judgedBy: 'check',
    },
    {
      id: 'CTY-007',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'C',
      text: {
        en: 'An expired cursor gives `CURSOR_EXPIRED`; the server then offers a start by omission of the cursor.',
        zh: '游标过期须明示并可从头取得。',
      },
      wire: 'clock; replay',
      judgedBy: 'check',
    },
    {
      id: 'CTY-015',
      level: 'MUST',
      roles: 'any',
      position: 'receiver',
      tier: 'W',
      text: {
        en: 'A receiver that takes every event type and missed sequence numbers asks for replay.',
        zh: '订阅全部事件类型的收方发现缺号须请求重放。',
      },
      wire: 'drop deliveries, watch `replayEvents`',
      judgedBy: 'check',
    },
  ],
  examples: {
    answer: {
      valid: {
        'last page with one event': {
          events: [replayed],
          nextCursor: 'c2VxOjQx',
          complete: true,
        },
        'nothing was ever sent': { events: [], nextCursor: 'c2VxOjA', complete: true },
      },
      invalid: {
        'last page has no cursor': {
          value: { events: [], complete: true },
          breaks: { pointer: '', rule: 'required' },
        },
        'sequence goes back': {
          value: {
            events: [
              replayed,
              { ...replayed, id: 'msg_0000000000000040', sequence: '00000000000000000040' },
            ],
            nextCursor: 'c2VxOjQw',
            complete: false,
          },
          breaks: { pointer: '/events/1/sequence', rule: 'CTY-006' },
        },
      },
    },
  },
});
