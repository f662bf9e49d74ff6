import type { Static } from '@sinclair/typebox';
import { defineMessage, Ref, Resource, Whole, words } from '../define/index.ts';
import { AssetId } from '../vocabulary/asset-id.ts';
import { PartyRef } from '../vocabulary/party-ref.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { VolumeCubicCentimetres } from '../vocabulary/volume-cubic-centimetres.ts';
import { boxAssetId } from './_examples.ts';
import { PackKind, ReusableAssetStatus } from './packaging-codes.ts';

/** No box lives longer: GB/T 43283-2023 counts in tens of trips (unconfirmed). */
const MAX_CYCLES = 10_000;

/** What its owner says of an asset; the rest follows from what was observed of it. */
export const registeredMembers = {
  owner: Ref(
    PartyRef,
    words({ en: 'Owner', zh: '所有方' }, { en: 'Whose asset it is.', zh: '循环件的所有方。' }),
  ),
  kind: Ref(PackKind),
  volumeCubicCentimetres: Ref(VolumeCubicCentimetres),
  maxCycleCount: Whole(
    1,
    MAX_CYCLES,
    { en: 'Cycles at most', zh: '最大循环次数' },
    { en: 'How often it may be issued again.', zh: '可再次领用的最多次数。' },
  ),
};

/** Raised by REISSUED and by nothing else. */
export const cycleCount = Whole(
  0,
  MAX_CYCLES,
  { en: 'Cycles', zh: '循环次数' },
  { en: 'How often it was issued again.', zh: '已再次领用的次数。' },
);

/** Status and count are folds of the events of the asset, in whatever order they came in. */
export const ReusableAsset = Resource(
  'ReusableAsset',
  { en: 'Reusable asset', zh: '循环件' },
  {
    en: 'A box, bag or cage that goes round many times, and where it is in its cycle.',
    zh: '多次周转的箱、袋或笼车及其所处环节。',
  },
  {
    assetId: Ref(AssetId),
    ...registeredMembers,
    cycleCount,
    status: Ref(ReusableAssetStatus),
    ...storedMembers,
  },
);
export type ReusableAsset = Static<typeof ReusableAsset>;

const idle: ReusableAsset = {
  assetId: boxAssetId,
  owner: { partyId: 'PACKLOOP', role: 'packaging-operator', name: '样例循环包装' },
  kind: 'REUSABLE_BOX',
  volumeCubicCentimetres: 24_000,
  cycleCount: 0,
  maxCycleCount: 60,
  status: 'IDLE',
  revision: 1,
  createdAt: '2026-11-01T09:00:00+08:00',
  updatedAt: '2026-11-01T09:00:00+08:00',
};
const { status: _, ...withoutStatus } = idle;

export const reusableAsset = defineMessage({
  schema: ReusableAsset,
  requirements: [
    {
      id: 'PKG-001',
      level: 'MUST',
      roles: ['packaging-operator'],
      position: 'server',
      tier: 'W',
      text: {
        en: '`cycleCount` grows only on REISSUED, by one.',
        zh: '循环次数仅在再次领用时加一。',
      },
      wire: 'events against reads',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'new on the shelf': idle,
      'on its way for the third time': {
        ...idle,
        cycleCount: 2,
        status: 'BOUND',
        revision: 16,
        updatedAt: '2026-11-22T10:00:00+08:00',
      },
    },
    invalid: {
      'no status': { value: withoutStatus, breaks: { pointer: '', rule: 'required' } },
      'a wrong check digit': {
        value: { ...idle, assetId: 'RA2102020000172' },
        breaks: { pointer: '/assetId', rule: 'check-digit', requirement: 'PKG-007' },
      },
      'fewer cycles than none': {
        value: { ...idle, cycleCount: -1 },
        breaks: { pointer: '/cycleCount', rule: 'minimum' },
      },
    },
  },
});
