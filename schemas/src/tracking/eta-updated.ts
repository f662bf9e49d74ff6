import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource, words } from '../define/index.ts';
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { Confidence } from '../vocabulary/confidence-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { TimeWindow } from '../vocabulary/time-window.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { thatAfternoon } from './_examples.ts';

/** The expected delivery of a parcel, computed anew. */
export const EtaUpdate = Resource(
  'EtaUpdate',
  { en: 'Update of the expected delivery', zh: '预计送达更新' },
  { en: 'When the courier now expects to deliver.', zh: '快递企业当前预计送达的时段。' },
  {
    carrierCode: Ref(CarrierCode),
    waybillNo: Ref(WaybillNo),
    expectedDelivery: Ref(
      TimeWindow,
      words(
        { en: 'Expected delivery', zh: '预计送达' },
        { en: 'When the courier expects to deliver.', zh: '快递企业预计送达的时段。' },
      ),
    ),
    computedAt: Ref(
      Instant,
      words(
        { en: 'Computed at', zh: '计算时刻' },
        { en: 'When the expectation was computed.', zh: '得出该预计的时刻。' },
      ),
    ),
    confidence: Ref(Confidence),
  },
);
export type EtaUpdate = Static<typeof EtaUpdate>;

const expected = {
  carrierCode: 'ZZ',
  waybillNo: 'ZZ010000000016',
  expectedDelivery: thatAfternoon,
  computedAt: '2026-11-24T07:45:00+08:00',
  confidence: 'MEDIUM',
} as const;

/** Sent when the expected delivery of a parcel changes. */
export const etaUpdated = defineEvent({
  type: 'org.openwaybill.tracking.eta.updated',
  since: '1.0',
  title: { en: 'Expected delivery updated', zh: '预计送达已更新' },
  from: ['courier'],
  to: ['platform'],
  data: EtaUpdate,
  subject: 'waybillNo',
  requirements: [],
  examples: {
    valid: { 'that afternoon': expected },
    invalid: {
      'window has no end': {
        value: { ...expected, expectedDelivery: { fromAt: thatAfternoon.fromAt } },
        breaks: { pointer: '/expectedDelivery', rule: 'required' },
      },
      'confidence is prose': {
        value: { ...expected, confidence: 'LIKELY' },
        breaks: { pointer: '/confidence', rule: 'enum' },
      },
    },
  },
});
