import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Optional, Ref, words } from '../define/index.ts';
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { ComplaintTopic } from './claims-codes.ts';

/** What a platform says of a complaint: the same in its request and in the stored complaint. */
export const complaintMembers = {
  complaintId: Ref(
    Uuid,
    words(
      { en: 'Complaint', zh: '投诉标识' },
      {
        en: 'Names the complaint; made by the platform, and the same at courier and regulator.',
        zh: '标识该投诉，由平台生成，在快递企业与监管部门处相同。',
      },
    ),
  ),
  waybillNo: Ref(WaybillNo),
  carrierCode: Optional(
    Ref(
      CarrierCode,
      words(
        { en: 'Courier', zh: '快递企业' },
        {
          en: 'For a regulator, since a number is unique for its courier only.',
          zh: '提交监管部门时给出，因单号仅在同一快递企业内唯一。',
        },
      ),
    ),
  ),
  topic: Ref(ComplaintTopic),
  openedAt: Ref(
    Instant,
    words(
      { en: 'Opened at', zh: '提出时刻' },
      { en: 'When the consumer complained.', zh: '消费者提出投诉的时刻。' },
    ),
  ),
};

export const ComplaintOpening = Closed(
  'ComplaintOpening',
  { en: 'Opening of a complaint', zh: '投诉提交' },
  {
    en: 'What a consumer complains of, by a topic and without their words.',
    zh: '消费者投诉的事项，仅以代码表示，不含原话。',
  },
  complaintMembers,
);
export type ComplaintOpening = Static<typeof ComplaintOpening>;

const opening: ComplaintOpening = {
  complaintId: '019398a0-0000-7000-8000-0000000000c3',
  waybillNo: 'ZZ010000000016',
  topic: 'NO_CONSENT_LOCKER',
  openedAt: '2026-11-13T18:05:00+08:00',
};

export const complaintOpening = defineMessage({
  schema: ComplaintOpening,
  requirements: [],
  examples: {
    valid: {
      'put into a locker without consent': opening,
      'a copy for the regulator': { ...opening, carrierCode: 'ZZ' },
    },
    invalid: {
      'a topic in prose': {
        value: { ...opening, topic: 'nobody asked me' },
        breaks: { pointer: '/topic', rule: 'enum' },
      },
      'the words of the consumer': {
        value: { ...opening, text: '没有人问过我' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
    },
  },
});
