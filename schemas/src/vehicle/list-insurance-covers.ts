import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf } from '../define/index.ts';
import { InsuranceCover } from './insurance-cover.ts';

export const InsuranceCoverPage = pageOf(InsuranceCover, { en: 'covers', zh: '保险保障' });
export type InsuranceCoverPage = Static<typeof InsuranceCoverPage>;

export const listInsuranceCovers = defineOperation({
  name: 'list-insurance-covers',
  since: '1.0',
  title: { en: 'List the covers of a vehicle', zh: '列出车辆保险' },
  servedBy: ['regulator'],
  calledBy: ['insurer', 'courier'],
  method: 'GET',
  path: '/v1/vehicles/{vehicleId}/insurance-covers',
  answer: { status: 200, body: InsuranceCoverPage },
  problems: ['NOT_FOUND', 'CURSOR_EXPIRED'],
  requirements: [],
  examples: {
    answer: {
      valid: { 'none so far': { items: [] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item is an id': {
          value: { items: ['019398a0-0000-7000-8000-000000000e01'] },
          breaks: { pointer: '/items/0', rule: 'type' },
        },
      },
    },
  },
});
