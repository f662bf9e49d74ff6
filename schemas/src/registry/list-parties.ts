import type { Static } from '@sinclair/typebox';
import { CALLING_ROLES, defineOperation, pageOf, Ref, Role, words } from '../define/index.ts';
import { courierParty } from './_examples.ts';
import { PartyRegistration } from './party-registration.ts';

export const PartyRegistrationPage = pageOf(PartyRegistration, {
  en: 'registration of a party',
  zh: '主体登记',
});
export type PartyRegistrationPage = Static<typeof PartyRegistrationPage>;

export const listParties = defineOperation({
  name: 'list-parties',
  since: '1.0',
  title: { en: 'List parties', zh: '列出主体' },
  servedBy: ['hub', 'regulator'],
  calledBy: CALLING_ROLES,
  method: 'GET',
  path: '/v1/parties',
  query: {
    role: Ref(
      Role,
      words(
        { en: 'Role', zh: '角色' },
        { en: 'Only parties in this role.', zh: '仅限具有该角色的主体。' },
      ),
    ),
  },
  answer: { status: 200, body: PartyRegistrationPage },
  problems: [],
  agreement: 'none',
  requirements: [],
  examples: {
    answer: {
      valid: { 'none so far': { items: [] }, 'one courier': { items: [courierParty] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item is an id': {
          value: { items: ['ZZEXPRESS'] },
          breaks: { pointer: '/items/0', rule: 'type' },
        },
      },
    },
  },
});
