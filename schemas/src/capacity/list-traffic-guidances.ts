import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf, privacy, Ref } from '../define/index.ts';
import { RegionCode } from '../vocabulary/region-code.ts';
import { TrafficGuidance } from './traffic-guidance.ts';

export const TrafficGuidancePage = pageOf(TrafficGuidance, {
  en: 'traffic guidance',
  zh: '交通引导',
});
export type TrafficGuidancePage = Static<typeof TrafficGuidancePage>;

export const listTrafficGuidances = defineOperation({
  name: 'list-traffic-guidances',
  since: '1.0',
  title: { en: 'List traffic guidance', zh: '列出交通引导' },
  servedBy: ['hub', 'regulator'],
  calledBy: ['courier'],
  method: 'GET',
  path: '/v1/traffic-guidances',
  query: { regionCode: Ref(RegionCode, privacy('public', 'code')) },
  answer: { status: 200, body: TrafficGuidancePage },
  problems: ['CURSOR_EXPIRED'],
  requirements: [],
  examples: {
    answer: {
      valid: { 'none so far': { items: [] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item is prose': {
          value: { items: ['绕行'] },
          breaks: { pointer: '/items/0', rule: 'type' },
        },
      },
    },
  },
});
