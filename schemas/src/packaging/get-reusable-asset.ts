import { defineOperation, ORGANISATION_ROLES } from '../define/index.ts';
import { ReusableAsset } from './reusable-asset.ts';

export const getReusableAsset = defineOperation({
  name: 'get-reusable-asset',
  since: '1.0',
  title: { en: 'Read a reusable asset', zh: '查询循环件' },
  servedBy: ['packaging-operator'],
  calledBy: ORGANISATION_ROLES,
  method: 'GET',
  path: '/v1/reusable-assets/{assetId}',
  answer: { status: 200, body: ReusableAsset },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
