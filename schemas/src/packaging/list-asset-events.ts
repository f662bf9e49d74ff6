import type { Static } from '@sinclair/typebox';
import { defineOperation, ORGANISATION_ROLES, pageOf, Ref } from '../define/index.ts';
import { AssetId } from '../vocabulary/asset-id.ts';
import { ReusableAssetEvent } from './reusable-asset-event.ts';

/** What the caller reported, in the order of arrival, which is not that of the fold. */
export const ReusableAssetEventPage = pageOf(ReusableAssetEvent, {
  en: 'events of reusable assets',
  zh: '循环件事件',
});
export type ReusableAssetEventPage = Static<typeof ReusableAssetEventPage>;

export const listAssetEvents = defineOperation({
  name: 'list-asset-events',
  since: '1.0',
  title: { en: 'List events of a reusable asset', zh: '循环件事件列表' },
  description: {
    en: 'Those that the caller reported: the waybills of others are not shown.',
    zh: '仅返回调用方上报的事件：不透露他人的运单。',
  },
  servedBy: ['packaging-operator'],
  calledBy: ORGANISATION_ROLES,
  method: 'GET',
  path: '/v1/reusable-asset-events',
  query: { assetId: Ref(AssetId) },
  answer: { status: 200, body: ReusableAssetEventPage },
  problems: ['CURSOR_EXPIRED'],
  requirements: [],
  examples: {
    answer: {
      valid: { 'nothing was seen yet': { items: [] } },
      invalid: {
        'items is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an empty cursor': {
          value: { items: [], nextCursor: '' },
          breaks: { pointer: '/nextCursor', rule: 'minLength' },
        },
      },
    },
  },
});
