import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf, privacy, Ref, words } from '../define/index.ts';
import { RegionCode } from '../vocabulary/region-code.ts';
import { tariff } from './_examples.ts';
import { Tariff } from './tariff.ts';

/** Tariffs that are in force or yet to come. */
export const TariffPage = pageOf(Tariff, { en: 'tariffs', zh: '资费表' });
export type TariffPage = Static<typeof TariffPage>;

export const listTariffs = defineOperation({
  name: 'list-tariffs',
  since: '1.0',
  title: { en: 'List tariffs', zh: '资费表列表' },
  description: {
    en: 'A hub shows the public tariffs of the couriers that sent them.',
    zh: '综合服务平台展示各快递企业报送的公开资费。',
  },
  servedBy: ['courier', 'hub'],
  calledBy: ['platform', 'hub'],
  method: 'GET',
  path: '/v1/tariffs',
  query: {
    regionCode: Ref(RegionCode, {
      ...words(
        { en: 'Region', zh: '区划' },
        {
          en: 'Only tariffs with a zone that this is in or that is in it.',
          zh: '仅限资费区与该区划相含者。',
        },
      ),
      ...privacy('public', 'code'),
    }),
  },
  answer: { status: 200, body: TariffPage },
  problems: ['CURSOR_EXPIRED'],
  requirements: [],
  examples: {
    answer: {
      valid: { 'the only one': { items: [tariff] }, 'none for that region': { items: [] } },
      invalid: {
        'an empty cursor': {
          value: { items: [], nextCursor: '' },
          breaks: { pointer: '/nextCursor', rule: 'minLength' },
        },
        'a count': {
          value: { items: [], count: 0 },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
      },
    },
  },
});
