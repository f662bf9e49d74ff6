import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { ReusableAsset, registeredMembers } from './reusable-asset.ts';

export const ReusableAssetRegistration = Closed(
  'ReusableAssetRegistration',
  { en: 'Registration of a reusable asset', zh: '循环件登记' },
  {
    en: 'What its owner says of an asset; a new one is idle and has gone round no time.',
    zh: '所有方对循环件的登记；新登记者为闲置且循环次数为零。',
  },
  registeredMembers,
);
export type ReusableAssetRegistration = Static<typeof ReusableAssetRegistration>;

const box: ReusableAssetRegistration = {
  owner: { partyId: 'PACKLOOP', role: 'packaging-operator' },
  kind: 'REUSABLE_BOX',
  volumeCubicCentimetres: 24_000,
  maxCycleCount: 60,
};

export const putReusableAsset = defineOperation({
  name: 'put-reusable-asset',
  since: '1.0',
  title: { en: 'Register a reusable asset', zh: '登记循环件' },
  description: {
    en: 'The check digit of the assetId in the path is judged, as that of one in a body is.',
    zh: '路径中 assetId 的校验位与消息体中的同样校验。',
  },
  servedBy: ['packaging-operator'],
  calledBy: ['platform', 'courier', 'merchant', 'warehouse', 'packaging-operator'],
  method: 'PUT',
  path: '/v1/reusable-assets/{assetId}',
  request: ReusableAssetRegistration,
  answer: { status: 200, also: [201], body: ReusableAsset },
  lifecycle: 'reusable-asset',
  problems: ['CHECK_DIGIT_INVALID', 'STATE_ILLEGAL'],
  requirements: [],
  examples: {
    request: {
      valid: {
        'a box': box,
        'a bag of a courier': {
          ...box,
          owner: { partyId: 'ZZEXPRESS', role: 'courier' },
          kind: 'REUSABLE_BAG',
        },
      },
      invalid: {
        'a count that only events raise': {
          value: { ...box, cycleCount: 5 },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
        'an owner with a wrong check character': {
          value: { ...box, owner: { ...box.owner, partyId: '91210200MA0000001N' } },
          breaks: { pointer: '/owner/partyId', rule: 'check-digit' },
        },
        'never to be used': {
          value: { ...box, maxCycleCount: 0 },
          breaks: { pointer: '/maxCycleCount', rule: 'minimum' },
        },
      },
    },
  },
});
