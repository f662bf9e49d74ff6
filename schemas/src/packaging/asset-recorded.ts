import type { Static } from '@sinclair/typebox';
import { defineEvent, Optional, Ref, Resource, words } from '../define/index.ts';
import { AssetId } from '../vocabulary/asset-id.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { boxAssetId } from './_examples.ts';
import { AssetStep, ReusableAssetStatus } from './packaging-codes.ts';
import { cycleCount } from './reusable-asset.ts';

/** Whether it is an anomaly stays in reads: it may change with the next event. */
export const AssetRecorded = Resource(
  'AssetRecorded',
  { en: 'Reusable asset observed', zh: '循环件观测' },
  {
    en: 'That an event of a reusable asset was recorded, and what the asset is after it.',
    zh: '循环件事件已记录，及其后循环件的状态。',
  },
  {
    assetEventId: Ref(
      Uuid,
      words({ en: 'Event id', zh: '事件标识' }, { en: 'Names the event.', zh: '标识该事件。' }),
    ),
    assetId: Ref(AssetId),
    step: Ref(AssetStep),
    waybillNo: Optional(
      Ref(
        WaybillNo,
        words(
          { en: 'Waybill number', zh: '运单号' },
          { en: 'With BOUND, and only then.', zh: '仅绑定时且必须给出。' },
        ),
      ),
    ),
    status: Ref(
      ReusableAssetStatus,
      words(
        { en: 'Status', zh: '状态' },
        { en: 'Of the asset, with this event.', zh: '计入本事件后循环件的状态。' },
      ),
    ),
    cycleCount,
    occurredAt: Ref(Instant),
  },
);
export type AssetRecorded = Static<typeof AssetRecorded>;

const bound: AssetRecorded = {
  assetEventId: '019398a0-0000-7000-8000-0000000000e2',
  assetId: boxAssetId,
  step: 'BOUND',
  waybillNo: 'ZZ010000000016',
  status: 'BOUND',
  cycleCount: 0,
  occurredAt: '2026-11-22T10:00:00+08:00',
};
const { status: _, ...withoutStatus } = bound;

export const assetRecorded = defineEvent({
  type: 'org.openwaybill.packaging.asset.recorded',
  since: '1.0',
  title: { en: 'Event of a reusable asset recorded', zh: '循环件事件已记录' },
  from: ['packaging-operator'],
  to: ['platform', 'courier'],
  data: AssetRecorded,
  subject: 'assetId',
  requirements: [],
  examples: {
    valid: { 'bound to a waybill': bound },
    invalid: {
      'no status': { value: withoutStatus, breaks: { pointer: '', rule: 'required' } },
      'anomaly is only for reads': {
        value: { ...bound, anomaly: false },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
      'delivered with a waybill': {
        value: { ...bound, step: 'DELIVERED', status: 'DELIVERED' },
        breaks: { pointer: '/waybillNo', rule: 'DSC-022', requirement: 'DSC-022' },
      },
    },
  },
});
