import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  Optional,
  ORGANISATION_ROLES,
  Ref,
  SERVING_ROLES,
  words,
} from '../define/index.ts';
import { EventCode } from '../tracking/event-codes.ts';
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { CorrectionReason } from '../vocabulary/correction-reason-codes.ts';
import { EventId } from '../vocabulary/event-id.ts';
import { FailReason } from '../vocabulary/fail-reason-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Leg } from '../vocabulary/leg-codes.ts';
import { Location } from '../vocabulary/location.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';

export const TestScan = Closed(
  'TestScan',
  { en: 'Test scan', zh: '测试扫描' },
  {
    en: 'One observation of a parcel of the tenant, judged as one from a real scanner.',
    zh: '租户某包裹的一次观测，按真实扫描处理。',
  },
  {
    carrierCode: Ref(CarrierCode),
    waybillNo: Ref(WaybillNo),
    eventCode: Ref(EventCode),
    occurredAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Occurred at', zh: '发生时刻' },
          { en: 'Absent: now.', zh: '不出现即当前时刻。' },
        ),
      ),
    ),
    recordedAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Recorded at', zh: '记录时刻' },
          { en: 'Absent: now.', zh: '不出现即当前时刻。' },
        ),
      ),
    ),
    location: Optional(
      Ref(
        Location,
        words(
          { en: 'Location', zh: '位置' },
          {
            en: "Absent where the code needs one: a facility of the system's own.",
            zh: '代码需要位置而未给出时，取系统自有设施。',
          },
        ),
      ),
    ),
    leg: Optional(Ref(Leg)),
    reason: Optional(
      Ref(
        FailReason,
        words(
          { en: 'Reason', zh: '原因' },
          { en: 'Absent where the code needs one: OTHER.', zh: '代码需要原因而未给出时为 OTHER。' },
        ),
      ),
    ),
    correctsEventId: Optional(
      Ref(
        EventId,
        words(
          { en: 'Corrects', zh: '更正事件' },
          { en: 'The event that it corrects.', zh: '所更正的事件。' },
        ),
      ),
    ),
    correctionReason: Optional(Ref(CorrectionReason)),
  },
);
export type TestScan = Static<typeof TestScan>;

export const TestScanRecorded = Closed(
  'TestScanRecorded',
  { en: 'Recorded test scan', zh: '测试扫描已记录' },
  { en: 'The event that the scan became.', zh: '扫描所生成的事件。' },
  { eventId: Ref(EventId) },
);
export type TestScanRecorded = Static<typeof TestScanRecorded>;

const scan: TestScan = { carrierCode: 'ZZ', waybillNo: 'ZZ0000000001', eventCode: 'PICKED_UP' };

export const recordTestScan = defineOperation({
  name: 'record-test-scan',
  since: '1.0',
  title: { en: 'Record a scan', zh: '记录测试扫描' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'POST',
  path: '/v1/test-controls/scans',
  request: TestScan,
  answer: { status: 201, body: TestScanRecorded },
  problems: ['NOT_FOUND', 'RULE_VIOLATION'],
  agreement: 'none',
  class: 'test-control',
  requirements: [],
  examples: {
    request: {
      valid: {
        'picked up now': scan,
        'a correction of an hour ago': {
          ...scan,
          eventCode: 'DELIVERED',
          occurredAt: '2026-11-02T09:00:00+08:00',
          recordedAt: '2026-11-02T10:00:00+08:00',
          location: {
            region: { countryCode: 'CN', regionCode: '210204', regionCodeVersion: 'NBS-2023' },
            facilityType: 'BRANCH',
          },
          leg: 'FORWARD',
          correctsEventId: '019a3b10-5c00-7a10-8b20-0c3d4e5f60c1',
          correctionReason: 'DID_NOT_OCCUR',
        },
      },
      invalid: {
        'the code is missing': {
          value: { carrierCode: 'ZZ', waybillNo: 'ZZ0000000001' },
          breaks: { pointer: '', rule: 'required' },
        },
        'the status is commanded': {
          value: { ...scan, status: 'DELIVERED' },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
        'it occurred on a day that does not exist': {
          value: { ...scan, occurredAt: '2026-11-31T09:00:00+08:00' },
          breaks: { pointer: '/occurredAt', rule: 'format' },
        },
        'a correction without its reason': {
          value: { ...scan, correctsEventId: '019a3b10-5c00-7a10-8b20-0c3d4e5f60c1' },
          breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
        },
      },
    },
    answer: {
      valid: { 'an event id': { eventId: '019a3b10-5c00-7a10-8b20-0c3d4e5f60c2' } },
      invalid: {
        'event id is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'event id is a number': {
          value: { eventId: 7 },
          breaks: { pointer: '/eventId', rule: 'type' },
        },
      },
    },
  },
});
