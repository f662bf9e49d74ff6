import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Line, Optional, privacy, Ref, Role } from '../define/index.ts';
import { PartyId } from './party-id.ts';

/** An organisation in a role. People are never parties. */
export const PartyRef = Closed(
  'PartyRef',
  { en: 'Party', zh: '主体' },
  { en: 'Organisation and the role in which it acts.', zh: '组织及其身份角色。' },
  {
    partyId: Ref(PartyId),
    role: Ref(Role),
    name: Optional(
      Line(
        100,
        { en: 'Name', zh: '名称' },
        { en: 'Registered name of the organisation.', zh: '组织的登记名称。' },
        privacy('business', 'org-name'),
      ),
    ),
  },
);
export type PartyRef = Static<typeof PartyRef>;

export const partyRefMessage = defineMessage({
  schema: PartyRef,
  requirements: [],
  examples: {
    valid: {
      'with a credit code': { partyId: '91210200MA0000001M', role: 'platform', name: '样例商城' },
      'with a short id': { partyId: 'ZZ', role: 'courier' },
    },
    invalid: {
      'a wrong check character': {
        value: { partyId: '91210200MA0000001N', role: 'platform' },
        breaks: { pointer: '/partyId', rule: 'check-digit' },
      },
      'a role of no list': {
        value: { partyId: 'ZZ', role: 'client' },
        breaks: { pointer: '/role', rule: 'enum' },
      },
    },
  },
});
