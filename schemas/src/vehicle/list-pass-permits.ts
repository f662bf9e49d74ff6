import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf } from '../define/index.ts';
import { grantedPass } from './_examples.ts';
import { PassPermit } from './pass-permit.ts';
import { vehicleId } from './vehicle.ts';

export const PassPermitPage = pageOf(PassPermit, { en: 'passes', zh: '通行许可' });
export type PassPermitPage = Static<typeof PassPermitPage>;

export const listPassPermits = defineOperation({
  name: 'list-pass-permits',
  since: '1.0',
  title: { en: 'List passes', zh: '列出通行许可' },
  servedBy: ['regulator'],
  calledBy: ['courier'],
  method: 'GET',
  path: '/v1/pass-permits',
  query: { vehicleId },
  answer: { status: 200, body: PassPermitPage },
  problems: ['CURSOR_EXPIRED'],
  requirements: [],
  examples: {
    answer: {
      valid: { 'one pass': { items: [grantedPass] }, none: { items: [] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item is an id': {
          value: { items: [grantedPass.permitId] },
          breaks: { pointer: '/items/0', rule: 'type' },
        },
      },
    },
  },
});
