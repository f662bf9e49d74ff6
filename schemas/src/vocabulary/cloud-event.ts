import { type Static, Type } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  idOf,
  Line,
  privacy,
  Ref,
  StringEnum,
  words,
} from '../define/index.ts';
import { EventSequence } from './event-sequence.ts';
import { EventType } from './event-type.ts';
import { Instant } from './instant.ts';

/** The only envelope of the standard. `data` is judged by the schema that `dataschema` names. */
export const CloudEvent = Closed(
  'CloudEvent',
  { en: 'Event envelope', zh: '事件信封' },
  { en: 'Structured JSON form of CloudEvents 1.0.', zh: 'CloudEvents 1.0 的结构化 JSON 形式。' },
  {
    specversion: StringEnum(['1.0'], {
      ...words(
        { en: 'Version of CloudEvents', zh: 'CloudEvents 版本' },
        { en: 'Always 1.0.', zh: '恒为 1.0。' },
      ),
      'x-source': 'CloudEvents 1.0',
      ...privacy('public', 'technical'),
    }),
    id: Line(
      68,
      { en: 'Event id', zh: '事件标识' },
      { en: 'Unique for its source, unchanged over retries.', zh: '在来源内唯一，重试时不变。' },
      { pattern: 'msg_[A-Za-z0-9]{16,64}', ...privacy('pseudonymous', 'opaque-ref') },
    ),
    source: Line(
      40,
      { en: 'Source', zh: '来源' },
      { en: 'The sender, by its party id.', zh: '以主体标识表示的发送方。' },
      { pattern: 'urn:openwaybill:party:[A-Z0-9]{2,18}', ...privacy('business', 'none') },
    ),
    type: Ref(EventType, { 'x-codegen-name': 'eventType' }),
    subject: Line(
      64,
      { en: 'Subject', zh: '主题' },
      {
        en: 'Natural id of the resource, never personal data.',
        zh: '资源的自然标识，不得含个人信息。',
      },
      privacy('pseudonymous', 'document-number'),
    ),
    time: Ref(
      Instant,
      words(
        { en: 'Time', zh: '时间' },
        { en: 'When the sender created the notification.', zh: '发送方生成通知的时刻。' },
      ),
    ),
    datacontenttype: StringEnum(['application/json'], {
      ...words(
        { en: 'Media type of the data', zh: '数据媒体类型' },
        { en: 'Always application/json.', zh: '恒为 application/json。' },
      ),
      ...privacy('public', 'technical'),
    }),
    dataschema: Line(
      120,
      { en: 'Schema of the data', zh: '数据模式' },
      {
        en: 'Identifier of the schema of the payload; nothing is fetched from it.',
        zh: '载荷模式的标识；无须访问。',
      },
      {
        // a draft or a ballot has `$id`s of its own
        pattern:
          'https://openwaybill\\.org/schemas/[0-9]+\\.[0-9]+\\.[0-9]+(-(draft|ballot)(\\.[0-9]+)?)?/[A-Za-z0-9]+\\.json',
        format: 'uri',
        ...privacy('public', 'technical'),
      },
    ),
    sequence: Ref(EventSequence),
    data: Type.Unsafe<Record<string, unknown>>({
      type: 'object',
      additionalProperties: true,
      ...words(
        { en: 'Data', zh: '数据' },
        {
          en: 'The payload: ids, codes, counts and times; nothing masked and no number to call.',
          zh: '载荷：标识、代码、计数与时间；不含脱敏值与可拨号码。',
        },
      ),
      ...privacy('pseudonymous', 'none'),
    }),
  },
);
export type CloudEvent = Static<typeof CloudEvent>;

export const cloudEventMessage = defineMessage({
  schema: CloudEvent,
  requirements: [],
  examples: {
    valid: {
      'an order was accepted': {
        specversion: '1.0',
        id: 'msg_0000000000000001',
        source: 'urn:openwaybill:party:ZZ',
        type: 'org.openwaybill.order.status.changed',
        subject: 'TB-20261122-0001',
        time: '2026-11-22T09:30:00+08:00',
        datacontenttype: 'application/json',
        dataschema: idOf('OrderStatusChange'),
        sequence: '00000000000000000002',
        data: {
          orderNo: 'TB-20261122-0001',
          fromStatus: 'SUBMITTED',
          toStatus: 'ACCEPTED',
          revision: 2,
          occurredAt: '2026-11-22T09:30:00+08:00',
        },
      },
    },
    invalid: {
      'a sequence as a number would be': {
        value: {
          specversion: '1.0',
          id: 'msg_0000000000000001',
          source: 'urn:openwaybill:party:ZZ',
          type: 'org.openwaybill.order.status.changed',
          subject: 'TB-20261122-0001',
          time: '2026-11-22T09:30:00+08:00',
          datacontenttype: 'application/json',
          dataschema: idOf('OrderStatusChange'),
          sequence: '2',
          data: {},
        },
        breaks: { pointer: '/sequence', rule: 'pattern' },
      },
    },
  },
});
