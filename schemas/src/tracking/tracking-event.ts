import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Flag,
  Line,
  Optional,
  Part,
  privacy,
  Ref,
  Resource,
  words,
} from '../define/index.ts';
import { Actor } from '../vocabulary/actor.ts';
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { Confidence } from '../vocabulary/confidence-codes.ts';
import { CorrectionReason } from '../vocabulary/correction-reason-codes.ts';
import { EventId } from '../vocabulary/event-id.ts';
import { FailReason } from '../vocabulary/fail-reason-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Leg } from '../vocabulary/leg-codes.ts';
import { Location } from '../vocabulary/location.ts';
import { TimeQuality } from '../vocabulary/time-quality-codes.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { arrived, atZhongshan } from './_examples.ts';
import { AnomalyReason } from './anomaly-reason-codes.ts';
import { EventCode } from './event-codes.ts';
import { ParcelStatus } from './parcel-status-codes.ts';

/** Where an adapted event came from. */
const source = Part(
  {
    vocabulary: Line(
      40,
      { en: 'Vocabulary', zh: '来源词汇' },
      { en: 'The vocabulary that the event was adapted from.', zh: '事件转换所依据的词汇。' },
      privacy('business', 'technical'),
    ),
    version: Optional(
      Line(
        20,
        { en: 'Version', zh: '版本' },
        { en: 'Version of that vocabulary.', zh: '该词汇的版本。' },
        privacy('business', 'technical'),
      ),
    ),
    rawCode: Line(
      40,
      { en: 'Raw code', zh: '原始代码' },
      { en: 'The code as the source wrote it.', zh: '来源给出的原始代码。' },
      privacy('business', 'code'),
    ),
    rawSubCode: Optional(
      Line(
        40,
        { en: 'Raw sub-code', zh: '原始子代码' },
        { en: 'The finer code as the source wrote it.', zh: '来源给出的原始细分代码。' },
        privacy('business', 'code'),
      ),
    ),
  },
  words(
    { en: 'Source', zh: '来源' },
    {
      en: 'Where an adapted event came from; absent where the event was recorded in this standard.',
      zh: '转换事件的出处；直接按本标准记录者无此项。',
    },
  ),
);

/** The observation as reads return it; the payload of an event is derived from it. */
export const TrackingEvent = Resource(
  'TrackingEvent',
  { en: 'Tracking event', zh: '轨迹事件' },
  {
    en: 'An observation of a parcel: a physical fact, never refused for its meaning.',
    zh: '对包裹的一次观测：物理事实，不因语义被拒绝。',
  },
  {
    eventId: Ref(EventId),
    carrierCode: Ref(CarrierCode),
    waybillNo: Ref(WaybillNo),
    eventCode: Ref(EventCode),
    statusAfter: Optional(
      Ref(
        ParcelStatus,
        words(
          { en: 'Status after', zh: '事件后状态' },
          {
            en: "The table's status for a forward leg; absent where the code leaves the status unchanged. Informative: receivers fold.",
            zh: '代码表中正向行程的状态；代码不改变状态时无此项。仅供参考，收方自行折叠。',
          },
        ),
      ),
    ),
    leg: Optional(
      Ref(
        Leg,
        words({ en: 'Leg', zh: '行程方向' }, { en: 'Absent means FORWARD.', zh: '缺省表示正向。' }),
      ),
    ),
    occurredAt: Ref(
      Instant,
      words(
        { en: 'Occurred at', zh: '发生时刻' },
        { en: 'When the fact happened.', zh: '事实发生的时刻。' },
      ),
    ),
    recordedAt: Ref(
      Instant,
      words(
        { en: 'Recorded at', zh: '记录时刻' },
        { en: 'When its first recorder stored it.', zh: '首个记录方存储的时刻。' },
      ),
    ),
    timeQuality: Ref(TimeQuality),
    location: Optional(
      Ref(
        Location,
        words(
          { en: 'Location', zh: '地点' },
          {
            en: 'Where it happened. Present with the event codes that name a place.',
            zh: '发生地点。代码表标明需要地点的事件均带此项。',
          },
        ),
      ),
    ),
    nextLocation: Optional(
      Ref(
        Location,
        words(
          { en: 'Next location', zh: '下一地点' },
          { en: 'Where the parcel goes next.', zh: '包裹下一站。' },
        ),
      ),
    ),
    actor: Optional(Ref(Actor)),
    reason: Optional(
      Ref(
        FailReason,
        words(
          { en: 'Reason', zh: '原因' },
          {
            en: 'Why it failed. Present with PICKUP_FAILED and DELIVERY_ATTEMPT_FAILED.',
            zh: '失败原因。揽收失败与派送失败带此项。',
          },
        ),
      ),
    ),
    vehicleId: Optional(
      Ref(
        Uuid,
        words(
          { en: 'Vehicle id', zh: '车辆标识' },
          { en: 'The vehicle that carried the parcel.', zh: '承运该包裹的车辆。' },
        ),
      ),
    ),
    text: Optional(
      Line(
        300,
        { en: 'Text', zh: '文本' },
        {
          en: 'Scrubbed sentence for people. Only in reads, never in an event.',
          zh: '经清洗的说明文字。仅见于查询，不进入事件。',
        },
        privacy('personal', 'note.freetext'),
      ),
    ),
    source: Optional(source),
    confidence: Ref(Confidence),
    correctsEventId: Optional(
      Ref(
        EventId,
        words(
          { en: 'Corrects', zh: '更正的事件' },
          {
            en: 'The event that this one withdraws. With DID_NOT_OCCUR the other members repeat those of the target and nothing is read from them.',
            zh: '本事件撤回的事件。原因为未发生时，其余成员照抄原事件，不作读取。',
          },
        ),
      ),
    ),
    correctionReason: Optional(Ref(CorrectionReason)),
    anomaly: Optional(
      Flag(
        { en: 'Anomaly', zh: '异常' },
        {
          en: 'The fold of the moment did not take the event as it is. Only in reads; never part of the identity of the event.',
          zh: '本次折叠未照常采纳该事件。仅见于查询，不属于事件的同一性。',
        },
      ),
    ),
    anomalyReason: Optional(Ref(AnomalyReason)),
  },
);
export type TrackingEvent = Static<typeof TrackingEvent>;

const { location, ...nowhere } = arrived;
const { timeQuality, ...hasty } = arrived;

/** The observation, with its examples. */
export const trackingEventMessage = defineMessage({
  schema: TrackingEvent,
  requirements: [
    {
      id: 'TRK-009',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'C',
      text: {
        en: 'Instants without an offset are refused; adapted ones say `OFFSET_ASSUMED`.',
        zh: '无时区时间须拒绝，推定者须标明。',
      },
      wire: 'naive time → 422; adapted events',
      judgedBy: 'check',
    },
    {
      id: 'TRK-010',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: "`text` holds no phone number and no person's name, and is never in an event.",
        zh: '文本不得含电话号码和人名，且不进入事件。',
      },
      wire: 'canary and digit-run scan of reads and events',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'arrival at a delivery branch': { ...arrived, extensions: { 'example.courier.line': 'B7' } },
      'arrival as a read shows it': {
        ...arrived,
        text: '快件已到达 大连中山一部',
        anomaly: false,
      },
      'failed attempt names its reason': {
        ...nowhere,
        eventId: '01935b8a-7c00-7a11-8a01-000000000009',
        eventCode: 'DELIVERY_ATTEMPT_FAILED',
        statusAfter: 'DELIVERY_FAILED',
        reason: 'NO_ONE_HOME',
        actor: { actorId: 'staff-7f3a', kind: 'COURIER', alias: '小袋鼠' },
      },
      'scan on the way back': {
        ...arrived,
        eventId: '01935b8a-7c00-7a11-8a01-000000000012',
        leg: 'RETURN',
        nextLocation: atZhongshan,
        vehicleId: '01935b8a-7c00-7a11-8a01-0000000000c1',
      },
      'correction of a scan that never was': {
        ...arrived,
        eventId: '01935b8a-7c00-7a11-8a01-000000000010',
        recordedAt: '2026-11-24T08:00:00+08:00',
        correctsEventId: arrived.eventId,
        correctionReason: 'DID_NOT_OCCUR',
      },
      'adapted event of a source without offsets': {
        ...arrived,
        eventId: '5b8a0193-7c00-8a11-8a01-000000000011',
        timeQuality: 'OFFSET_ASSUMED',
        confidence: 'MEDIUM',
        source: { vocabulary: 'example-courier', version: '3', rawCode: '44', rawSubCode: '44-2' },
      },
      'scan after the end as a read shows it': {
        ...nowhere,
        eventId: '01935b8a-7c00-7a11-8a01-000000000013',
        eventCode: 'OUT_FOR_DELIVERY',
        statusAfter: 'OUT_FOR_DELIVERY',
        anomaly: true,
        anomalyReason: 'AFTER_TERMINAL',
      },
    },
    invalid: {
      'quality of the time is missing': {
        value: hasty,
        breaks: { pointer: '', rule: 'required' },
      },
      'time is finer than a millisecond': {
        value: { ...arrived, occurredAt: '2026-11-23T23:40:00.1234Z' },
        breaks: { pointer: '/occurredAt', rule: 'pattern' },
      },
      'arrival names no place': {
        value: nowhere,
        breaks: { pointer: '', rule: 'DSC-022' },
      },
      'failed pickup names no reason': {
        value: { ...nowhere, eventCode: 'PICKUP_FAILED', statusAfter: 'AWAITING_PICKUP' },
        breaks: { pointer: '', rule: 'DSC-022' },
      },
      'correction names no reason': {
        value: { ...arrived, correctsEventId: '01935b8a-7c00-7a11-8a01-000000000006' },
        breaks: { pointer: '', rule: 'DSC-022' },
      },
      'status is not that of the code': {
        value: { ...arrived, statusAfter: 'DELIVERED' },
        breaks: { pointer: '/statusAfter', rule: 'DSC-022' },
      },
      'anomaly tells no reason': {
        value: { ...arrived, anomaly: true },
        breaks: { pointer: '', rule: 'DSC-021' },
      },
      'text holds a phone number': {
        value: { ...arrived, text: '派件员电话 19900000001' },
        breaks: { pointer: '/text', rule: 'digit-run', requirement: 'TRK-010' },
      },
    },
  },
});
