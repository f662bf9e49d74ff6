import type { Static } from '@sinclair/typebox';
import { defineMessage, Flag, Optional, privacy, Ref, Resource, words } from '../define/index.ts';
import { AssetId } from '../vocabulary/asset-id.ts';
import { FacilityId } from '../vocabulary/facility-id.ts';
import { Instant } from '../vocabulary/instant.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { boxAssetId } from './_examples.ts';
import { AssetStep } from './packaging-codes.ts';

/** What somebody saw of an asset: the same in the report and in what is stored. */
export const assetEventMembers = {
  assetEventId: Ref(
    Uuid,
    words({ en: 'Event id', zh: '事件标识' }, { en: 'Made by who saw it.', zh: '由观测方生成。' }),
  ),
  assetId: Ref(AssetId),
  step: Ref(AssetStep),
  waybillNo: Optional(
    Ref(
      WaybillNo,
      words(
        { en: 'Waybill number', zh: '运单号' },
        {
          en: 'What it was bound to. With BOUND, and only then.',
          zh: '所绑定的运单；仅绑定时且必须给出。',
        },
      ),
    ),
  ),
  pointId: Optional(
    Ref(
      FacilityId,
      words({ en: 'Point', zh: '网点' }, { en: 'Where it was seen.', zh: '观测所在网点。' }),
    ),
  ),
  occurredAt: Ref(
    Instant,
    words(
      { en: 'Occurred at', zh: '发生时刻' },
      { en: 'When it happened, not when it was told.', zh: '事实发生而非上报的时刻。' },
    ),
  ),
};

/** Kept whatever it means; whether it is an anomaly is said of the events that are known by now. */
export const ReusableAssetEvent = Resource(
  'ReusableAssetEvent',
  { en: 'Event of a reusable asset', zh: '循环件事件' },
  {
    en: 'An observation of a reusable asset, never refused for its meaning.',
    zh: '对循环件的一次观测，不因语义被拒绝。',
  },
  {
    ...assetEventMembers,
    anomaly: Flag(
      { en: 'Anomaly', zh: '异常' },
      {
        en: 'The cycle does not allow the step after those before it; it changes nothing. Later events may change this.',
        zh: '按先前环节不允许该环节，故不产生变化；后到的事件可能改变此判断。',
      },
      privacy('business', 'flag'),
    ),
    ...storedMembers,
  },
);
export type ReusableAssetEvent = Static<typeof ReusableAssetEvent>;

const bound: ReusableAssetEvent = {
  assetEventId: '019398a0-0000-7000-8000-0000000000e2',
  assetId: boxAssetId,
  step: 'BOUND',
  waybillNo: 'ZZ010000000016',
  occurredAt: '2026-11-22T10:00:00+08:00',
  anomaly: false,
  revision: 1,
  createdAt: '2026-11-22T10:00:05+08:00',
  updatedAt: '2026-11-22T10:00:05+08:00',
};
const { waybillNo: _, ...toNothing } = bound;
const { anomaly: __, ...unjudged } = bound;

export const reusableAssetEvent = defineMessage({
  schema: ReusableAssetEvent,
  requirements: [
    {
      id: 'PKG-002',
      level: 'MUST',
      roles: ['packaging-operator'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'An asset is bound to at most one live waybill.',
        zh: '一个循环件同时只绑定一个在途运单。',
      },
      wire: 'second BOUND → anomaly',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'bound to a waybill': bound,
      'bound a second time': {
        ...bound,
        assetEventId: '019398a0-0000-7000-8000-0000000000e3',
        waybillNo: 'ZZ010000000024',
        occurredAt: '2026-11-22T11:00:00+08:00',
        anomaly: true,
      },
      'collected at a point': {
        ...toNothing,
        assetEventId: '019398a0-0000-7000-8000-0000000000e5',
        step: 'COLLECTED',
        pointId: 'DL-ZS-0001',
      },
    },
    invalid: {
      'nothing is said of an anomaly': {
        value: unjudged,
        breaks: { pointer: '', rule: 'required' },
      },
      'bound to nothing': {
        value: toNothing,
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'a cleaning of a waybill': {
        value: { ...bound, step: 'CLEANED' },
        breaks: { pointer: '/waybillNo', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
